import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { type Authority, authorityNamed } from '../authorities.ts'
import { Refusal } from '../refusal.ts'
import { PageNotFound } from './errors.ts'
import { textFilter } from './filters.ts'

export interface AuthorityDeps {
  /** The authorities that have records here and that who asks may choose from, in order of name. */
  authorities: (request: FastifyRequest) => Promise<readonly Authority[]>
}

/** What a room hands over: its pages, to be put under an authority's address. */
export type Routes = (app: FastifyInstance) => void | Promise<void>

/** The parts of an authority's pages, as the service navigation names them to whoever may open their first page. */
const sections = [
  { id: 'work', text: 'My work', permission: 'work.read' },
  { id: 'due', text: 'Due', permission: 'reviews.read' },
  { id: 'children', text: 'Children', permission: 'children.read' },
  { id: 'reviews', text: 'Reviews', permission: 'reviews.read' },
  { id: 'caseload', text: 'Caseload', permission: 'caseload.read' },
  { id: 'messages', text: 'Messages', permission: 'messages.read' },
  { id: 'figures', text: 'Figures', permission: 'figures.read' },
  { id: 'report', text: 'Report', permission: 'report.read' },
  { id: 'data', text: 'Data', permission: 'imports.read' },
  { id: 'settings', text: 'Settings', permission: 'settings.read' },
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

const asked = z.object({ name: textFilter })

function authorityOrReason(codeOrName: string): Authority | string {
  try {
    return authorityNamed(codeOrName)
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

function authorityOfCode(code: string): Authority | null {
  const found = authorityOrReason(code)
  return typeof found !== 'string' && found.code === code ? found : null
}

const sectionsOpenTo = (request: FastifyRequest) => sections.filter(({ permission }) => request.may(permission))

/** The address of the first page of the authority that who asks may open. */
const firstPage = (request: FastifyRequest, code: string): string =>
  authorityPath(code, sectionsOpenTo(request)[0]?.id ?? sections[0].id)

const chooseAuthorityPage = (
  request: FastifyRequest,
  authorities: readonly Authority[],
  name: string,
  reason: string | null,
) => ({
  title: 'Choose an authority',
  authorities: authorities.map((one) => ({ name: one.name, href: firstPage(request, one.code) })),
  name,
  errors: reason === null ? [] : [{ text: reason, href: '#name' }],
})

/** The choice of an authority, and the rooms' pages under the address of each: an unknown authority is not found. */
export function authorityPages(app: FastifyInstance, deps: AuthorityDeps, routes: readonly Routes[]): void {
  const config = { permission: 'authorities.list' } as const
  app.get('/', { config }, async (request, reply) => {
    const authorities = await deps.authorities(request)
    const [only] = authorities
    if (only && authorities.length === 1) return reply.redirect(firstPage(request, only.code), 302)
    return reply.view('platform/web/chooseAuthority.njk', chooseAuthorityPage(request, authorities, '', null))
  })
  app.get('/authorities', { config }, async (request, reply) => {
    const { name } = asked.parse(request.query)
    const found = name === '' ? 'Enter the authority’s name or GSS code' : authorityOrReason(name)
    if (typeof found !== 'string') return reply.redirect(firstPage(request, found.code), 302)
    const page = chooseAuthorityPage(request, await deps.authorities(request), name, found)
    return reply.code(400).view('platform/web/chooseAuthority.njk', page)
  })
  app.register(
    async (scope) => {
      scope.decorateRequest('authority')
      scope.addHook<{ Params: { code: string } }>('onRequest', (request, reply, next) => {
        const authority = authorityOfCode(request.params.code)
        if (!authority) throw new PageNotFound()
        request.authority = authority
        reply.locals = {
          ...reply.locals,
          authority,
          may: (permission) => request.may(permission),
          navigation: sectionsOpenTo(request).map(({ id, text }) => ({
            text,
            href: authorityPath(authority.code, id),
            active: request.routeOptions.config.section === id,
          })),
        }
        next()
      })
      scope.get<{ Params: { code: string } }>('/', { config }, (request, reply) =>
        reply.redirect(firstPage(request, request.params.code), 302),
      )
      for (const add of routes) await add(scope)
    },
    { prefix: '/authorities/:code' },
  )
}

/** The address of an authority's page: `authorityPath('E09000033', 'children', '123')`. */
export const authorityPath = (code: string, ...parts: readonly string[]): string =>
  `/authorities/${[code, ...parts].map(encodeURIComponent).join('/')}`
