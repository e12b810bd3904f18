import { accessPermissions } from '../permissions.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { counted } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { Notice } from '../../platform/web/access.ts'
import type { SealNotices, SealOversight } from '../app/sealOversight.ts'
import { may } from '../domain/actor.ts'

/**
 * Tells people, on every page, of what they are to look into about sealed records; and the person who looks at a sealed record
 * that it is one.
 */
export function tellOfSeals(app: FastifyInstance, oversight: Pick<SealOversight, 'noticesFor'>): void {
  app.addHook('preHandler', async (request, reply) => {
    const { actor } = request
    if (
      actor === null ||
      actor.authority === '' ||
      request.method !== 'GET' ||
      !may(actor, accessPermissions.readSeals)
    )
      return
    const found = await oversight.noticesFor(actor, childIn(request))
    const notices = noticesOf(found, authorityPath(actor.authority, 'sealed'))
    if (notices.length > 0) reply.locals = { ...reply.locals, notices }
  })
}

function noticesOf({ openings, namings, left, isSealed }: SealNotices, href: string): Notice[] {
  const notices: Notice[] = []
  if (openings > 0) {
    const who = openings === 1 ? 'Someone who is not named for it' : 'People who are not named for them'
    notices.push({ text: `${who} opened ${counted(openings, 'sealed record')}: see who and when`, href })
  }
  if (namings > 0) {
    const text = `An administrator named someone for ${counted(namings, 'sealed record')}: see who`
    notices.push({ text, href })
  }
  if (left > 0) {
    const text = `Nobody who is named can manage ${counted(left, 'sealed record')}: name someone`
    notices.push({ text, href })
  }
  if (isSealed) {
    const text = 'This record is sealed: only people named for it see it, and those who had to open it.'
    notices.push({ text, href: null })
  }
  return notices
}

const withChild = z.object({ child: z.string() })

function childIn({ params }: FastifyRequest): string | null {
  const read = withChild.safeParse(params)
  return read.success ? read.data.child : null
}
