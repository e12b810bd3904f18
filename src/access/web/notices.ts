import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { counted } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { Notice } from '../../platform/web/access.ts'
import type { SealedRecords } from '../app/sealedRecords.ts'
import { type Actor, may } from '../domain/actor.ts'

/**
 * Tells managers, on every page, of sealed records that someone had to open and that nobody has looked into; and whoever
 * looks at a sealed record that it is one.
 */
export function tellOfSeals(app: FastifyInstance, sealed: Pick<SealedRecords, 'seenBy' | 'openingsToldTo'>): void {
  app.addHook('preHandler', async (request, reply) => {
    const { actor } = request
    if (actor === null || actor.authority === '' || request.method !== 'GET') return
    const notices = [...(await openingsNotice(actor)), ...(await sealedNotice(actor, childIn(request)))]
    if (notices.length > 0) reply.locals = { ...reply.locals, notices }
  })

  async function openingsNotice(actor: Actor): Promise<Notice[]> {
    if (!may(actor, 'sealed.manage')) return []
    const { length } = (await sealed.openingsToldTo(actor)).filter(({ seenBy }) => seenBy === null)
    if (length === 0) return []
    const who = length === 1 ? 'Someone who is not named for it' : 'People who are not named for them'
    const text = `${who} opened ${counted(length, 'sealed record')}: see who and why`
    return [{ text, href: authorityPath(actor.authority, 'sealed') }]
  }

  async function sealedNotice(actor: Actor, child: string | null): Promise<Notice[]> {
    if (child === null || !(await sealed.seenBy(actor)).some((seal) => seal.child === child)) return []
    return [{ text: 'This record is sealed: only people named for it see it, and whoever had to open it.', href: null }]
  }
}

const withChild = z.object({ child: z.string() })

function childIn({ params }: FastifyRequest): string | null {
  const read = withChild.safeParse(params)
  return read.success ? read.data.child : null
}
