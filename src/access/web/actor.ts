import type { FastifyRequest } from 'fastify'
import type { Permission } from '../../house/permission.ts'
import type { Actor } from '../domain/actor.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The user; null on public pages and for the person who is turned away. `actorOf` for those that know that there is one. */
    actor: Actor | null
    /** By which permission of the route they were let in; null on public pages and for the person who is turned away. */
    permission: Permission | null
  }
}

/** The user. Throws on a public route, where nobody signs in. */
export function actorOf(request: FastifyRequest): Actor {
  if (request.actor === null) throw new Error('nobody has signed in on this route')
  return request.actor
}
