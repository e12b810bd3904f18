import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Failures } from '../../access/web/failures.ts'
import { PUBLIC } from '../../platform/web/permissions.ts'

/** Routes that are opened by a secret in their address, without signing in. */
export const open = { permission: PUBLIC } as const

/**
 * Says to search engines that it is not for them, and to browsers that they tell nobody where someone comes from: the
 * address alone opens the page. It is set before the handler, so that a page that is not there has it too.
 */
export function tellNobody(reply: FastifyReply): void {
  reply.header('x-robots-tag', 'noindex, nofollow')
  reply.header('referrer-policy', 'no-referrer')
}

/** Answers whoever has asked too often for what is not there before anything else is done: secrets are not tried out. */
export const holdBack =
  (failures: Failures) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    tellNobody(reply)
    if (!failures.areTooMany(request.ip)) return
    await reply.code(429).view('platform/web/message.njk', {
      title: 'Wait before you try again',
      paragraphs: [
        'Too many addresses that are not there were asked for from your network.',
        'Try again in 10 minutes.',
      ],
    })
  }
