import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { SentForms } from '../app/ports.ts'
import { logged } from './logging.ts'

const BETWEEN_LOOKS_MILLISECONDS = 100
const MOST_LOOKS = 100

/**
 * Does what a form asks once, however often it is sent: by an impatient finger, a browser that goes back, a proxy that
 * tries again. The key of a form is its token, which every page that shows it has anew: the same token with the same words
 * to the same address is the same form. Sent again it is answered as it was; what was refused may be sent again.
 */
export function sendOnce(app: FastifyInstance, sentForms: SentForms): void {
  const taken = new WeakMap<FastifyRequest, { authority: string; key: Buffer }>()

  app.addHook('preHandler', async (request, reply) => {
    const { actor } = request
    const body = formSchema.safeParse(request.body)
    if (request.routeOptions.config.changesNothing === true) return
    // Files are not records until someone confirms them, and their bytes are not here yet.
    if (request.method !== 'POST' || actor === null || request.partsToCome !== null || !body.success) return
    const { authority, personId } = actor
    const key = createHash('sha256')
      .update(JSON.stringify([personId, request.url, body.data]))
      .digest()
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const found = await sentForms.take(authority, personId, key)
      if (found.kind === 'first') {
        taken.set(request, { authority, key })
        return
      }
      if (found.kind === 'done') {
        logged(request)
        return reply.redirect(found.location, found.status)
      }
      await wait(BETWEEN_LOOKS_MILLISECONDS)
    }
    return reply.code(409).view('platform/web/message.njk', stillAtWork)
  })

  app.addHook('onSend', async (request, reply) => {
    const sent = taken.get(request)
    if (!sent) return
    taken.delete(request)
    const location = reply.getHeader('location')
    const isDone = reply.statusCode >= 300 && reply.statusCode < 400 && typeof location === 'string'
    await sentForms.end(sent.authority, sent.key, isDone ? { status: reply.statusCode, location } : null)
  })
}

const formSchema = z.looseObject({ _csrf: z.string() })

const stillAtWork = {
  title: 'This is still being saved',
  paragraphs: ['You sent the same form twice, and the first is still being worked on.', 'Look again in a minute.'],
}
