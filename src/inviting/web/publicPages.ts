import type { FastifyReply, FastifyRequest } from 'fastify'
import { WAIT_MILLISECONDS, type Failures } from '../../access/web/failures.ts'
import { PUBLIC } from '../../platform/web/permissions.ts'

/** Routes that are opened by a secret in their address, without signing in. */
export const open = { permission: PUBLIC } as const

/**
 * Says to search engines that it is not for them, and to browsers that they tell nobody where someone comes from: the
 * address alone opens the page. It is set before the handler, so that a page that is not there has it too.
 */
function tellNobody(reply: FastifyReply): void {
  reply.header('x-robots-tag', 'noindex, nofollow')
  reply.header('referrer-policy', 'no-referrer')
}

/** The secret that opens a page, as its address has it. */
export type OfToken = { Params: { token: string } }

/**
 * Answers a browser that asks again and again for one address that leads nowhere, as a calendar does that has been replaced, before
 * the database is asked. Each address counts for itself: someone who shares a network with someone who asks for wrong ones,
 * or opens a page that does, must not be kept from theirs. That no secret is found by trying, its 130 bits see to.
 */
export const holdBack =
  (failures: Failures) =>
  async (request: FastifyRequest<OfToken>, reply: FastifyReply): Promise<void> => {
    tellNobody(reply)
    if (!failures.areTooMany(request.params.token)) return
    await reply
      .code(429)
      .header('retry-after', WAIT_MILLISECONDS / 1000)
      .view('platform/web/message.njk', {
        title: 'This address leads nowhere',
        paragraphs: ['It was asked for too often.', 'Ask the person who gave it to you for another.'],
      })
  }
