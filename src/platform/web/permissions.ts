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

declare module 'fastify' {
  interface FastifyContextConfig {
    permission?: Permission
  }
}

/** Thrown while the server starts: a route that forgot its permission must never answer. */
export class RouteWithoutPermission extends Error {
  override readonly name = 'RouteWithoutPermission'
  constructor(method: string, pattern: string) {
    super(`the route ${method} ${pattern} names no permission: add one to its config`)
  }
}

/** Refuses to start with a route that names no permission. */
export function demandPermissions(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (!route.config?.permission) throw new RouteWithoutPermission(String(route.method), route.url)
  })
}
