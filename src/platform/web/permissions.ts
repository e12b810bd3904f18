import type { FastifyInstance } from 'fastify'

/** What a person may be allowed to do. Every route names one; who holds which comes with sign-in. */
export type Permission =
  /** Anyone, before they have said who they are: the look of the pages, error pages. */
  | 'public'
  | 'authorities.list'
  | 'children.read'
  | 'figures.read'
  | 'findings.read'
  | 'imports.read'
  | 'imports.make'
  | 'report.read'
  | 'report.write'
  | 'reviews.read'

/** A route that the server answers: who may use it can be looked up before anyone asks. */
export interface ServedRoute {
  method: string
  /** `/authorities/:code/children/:child`. */
  pattern: string
  permission: Permission
}

declare module 'fastify' {
  interface FastifyContextConfig {
    permission?: Permission
  }
  interface FastifyInstance {
    /** Every route that is served. */
    servedRoutes: ServedRoute[]
  }
}

/** Thrown while the server starts: a route that forgot its permission must never answer. */
export class RouteWithoutPermission extends Error {
  override readonly name = 'RouteWithoutPermission'
  constructor(method: string, pattern: string) {
    super(`the route ${method} ${pattern} names no permission: add one to its config`)
  }
}

/** Refuses to start with a route that names no permission, and lists those served. */
export function demandPermissions(app: FastifyInstance): void {
  app.decorate('servedRoutes', [])
  app.addHook('onRoute', ({ method, url, config }) => {
    const permission = config?.permission
    if (!permission) throw new RouteWithoutPermission(String(method), url)
    app.servedRoutes.push({ method: String(method), pattern: url, permission })
  })
}
