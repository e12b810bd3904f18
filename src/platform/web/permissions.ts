import type { FastifyInstance } from 'fastify'

/** What a route demands of the user: a room declares it, and the frame knows no more of it. */
export interface RoutePermission {
  /** As the log and lists of routes name it. */
  id: string
  /** What it lets people do, in words that finish "may". */
  words: string
}

/** A route that the server answers: who may use it can be looked up before anyone asks. */
export interface ServedRoute {
  method: string
  /** `/authorities/:code/children/:child`. */
  pattern: string
  /** The permission's id, or `public`. */
  permission: string
  /** The same as a value, to ask whether someone may. */
  demanded: RoutePermission | typeof PUBLIC
}

/** The permission of what anyone may open before they have said who they are: the door, and the look of the pages. */
export const PUBLIC = 'public'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the user must be allowed to do: a permission that a room declares, or `public`. */
    permission?: RoutePermission | typeof PUBLIC
    /** Whether only those may use the route who have shown within the last minutes who they are. */
    needsRecentSignIn?: true
    /**
     * Whether a form that is sent here only asks, or saves a draft: it is not kept as a form, may be sent as often as anyone
     * likes, and changes nothing that is read to answer it.
     */
    changesNothing?: true
  }
  interface FastifyInstance {
    /** Every route that is served. */
    servedRoutes: ServedRoute[]
  }
}

/** Thrown while the server starts: a route that forgot its permission, or names one that no room declares, must never answer. */
export class RouteWithoutPermission extends Error {
  override readonly name = 'RouteWithoutPermission'
  constructor(method: string, pattern: string, permission: RoutePermission | undefined) {
    super(
      permission === undefined
        ? `the route ${method} ${pattern} names no permission: add one to its config`
        : `the route ${method} ${pattern} names the permission ${permission.id}, which no room declares`,
    )
  }
}

/** Refuses to start with a route that names none of the permissions there are, and lists the routes served. */
export function demandPermissions(app: FastifyInstance, permissions: readonly RoutePermission[]): void {
  app.decorate('servedRoutes', [])
  app.addHook('onRoute', ({ method, url, config }) => {
    const permission = config?.permission
    if (permission !== PUBLIC && (permission === undefined || !permissions.includes(permission))) {
      throw new RouteWithoutPermission(String(method), url, permission)
    }
    app.servedRoutes.push({
      method: String(method),
      pattern: url,
      permission: permission === PUBLIC ? PUBLIC : permission.id,
      demanded: permission,
    })
  })
}
