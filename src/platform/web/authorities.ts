import type { FastifyInstance } from 'fastify'
import type { Authority } from '../authorities.ts'
import { PageNotFound } from './errors.ts'

export interface AuthorityDeps {
  /** The authorities that have records here, in order of name. */
  authorities: () => Promise<readonly Authority[]>
}

/** What a room hands over: its pages, to be put under an authority's address. */
export type Routes = (app: FastifyInstance) => void | Promise<void>

/** The parts of an authority's pages, as the service navigation names them. */
const sections = [
  { id: 'due', text: 'Due' },
  { id: 'children', text: 'Children' },
  { id: 'figures', text: 'Figures' },
  { id: 'report', text: 'Report' },
  { id: 'data', text: 'Data' },
] as const

export type SectionId = (typeof sections)[number]['id']

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The part of the navigation that the page belongs to. */
    section?: SectionId
  }
  interface FastifyRequest {
    /** The authority that the address names. Only on routes under `/authorities/:code`. */
    authority: Authority
  }
}

/** The choice of an authority, and the rooms' pages under the address of each: an unknown authority is not found. */
export function authorityPages(app: FastifyInstance, deps: AuthorityDeps, routes: readonly Routes[]): void {
  app.get('/', { config: { permission: 'authorities.list' } }, async (_request, reply) => {
    const authorities = await deps.authorities()
    const [only] = authorities
    if (only && authorities.length === 1) return reply.redirect(authorityPath(only.code, 'due'), 302)
    return reply.view('platform/web/chooseAuthority.njk', {
      title: 'Choose an authority',
      authorities: authorities.map(({ code, name }) => ({ name, href: authorityPath(code, 'due') })),
    })
  })
  app.register(
    async (scope) => {
      scope.decorateRequest('authority')
      scope.addHook<{ Params: { code: string } }>('preHandler', async (request, reply) => {
        const authorities = await deps.authorities()
        const authority = authorities.find(({ code }) => code === request.params.code)
        if (!authority) throw new PageNotFound()
        request.authority = authority
        reply.locals = {
          authority,
          navigation: sections.map(({ id, text }) => ({
            text,
            href: authorityPath(authority.code, id),
            active: request.routeOptions.config.section === id,
          })),
        }
      })
      scope.get<{ Params: { code: string } }>('/', { config: { permission: 'reviews.read' } }, (request, reply) =>
        reply.redirect(authorityPath(request.params.code, 'due'), 302),
      )
      for (const add of routes) await add(scope)
    },
    { prefix: '/authorities/:code' },
  )
}

/** The address of an authority's page: `authorityPath('E09000033', 'children', '123')`. */
export const authorityPath = (code: string, ...parts: readonly string[]): string =>
  `/authorities/${[code, ...parts].map(encodeURIComponent).join('/')}`
