import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RoutePermission } from './permissions.ts'

/** What the header says of the user. */
export interface Visitor {
  name: string
  /** What they are here, in words: `IRO manager`. */
  roles: string
  /** Where they sign out; null where there is nothing to sign out of. */
  signOutHref: string | null
  /** Where they see where they are signed in; null where nobody signs in. */
  accountHref: string | null
  /** What everyone must know of this installation; null for nothing. */
  notice: { tag: string; text: string } | null
}

/** Something that the user must know or look at, above the page; `href` leads there. */
export interface Notice {
  text: string
  href: string | null
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether the user may open routes of this permission: for what a page offers. The route's own is checked already. */
    may: (permission: RoutePermission) => boolean
  }
}

/** Who may open what. The frame asks; who people are and what they may do is for a room of its own to say. */
export interface Access {
  /** Every permission that a route may name, besides `public`. */
  permissions: readonly RoutePermission[]
  /**
   * Adds what finds out who the user is and turns away those who may not, to stand before every route, and the pages at the door.
   * It tells the pages who the user is: `reply.locals.visitor`.
   */
  install: (app: FastifyInstance) => void | Promise<void>
  /** Whether the user may open routes of this permission. */
  may: (request: FastifyRequest, permission: RoutePermission) => boolean
}
