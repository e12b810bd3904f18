import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { type Authority, authorityNamed, authorityOfCode } from '../authorities.ts'
import { Refusal } from '../refusal.ts'
import { PageNotFound } from './errors.ts'
import { textFilter } from './filters.ts'
import type { RoutePermission } from './permissions.ts'
import type { Section } from './sections.ts'
import type { NavigationLink } from './views.ts'

export interface AuthorityDeps {
  /** The authorities that have records here and that the user may choose from, in order of name. */
  authorities: (request: FastifyRequest) => Promise<readonly Authority[]>
  /** Who may choose among them. */
  choosing: RoutePermission
  /** The parts of an authority's pages that rooms declare, in any order. */
  sections: readonly Section[]
}

/** What a room hands over: its pages, to be put under an authority's address. */
export type Routes = (app: FastifyInstance) => void | Promise<void>

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The part of the navigation that the page belongs to. */
    section?: Section
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

/** Thrown while the server starts: an authority must have a first page. */
export class NoSections extends Error {
  override readonly name = 'NoSections'
  constructor() {
    super('no room declares a section of the navigation')
  }
}

const headingOf = (section: Section): string => section.under ?? section.text

/** A link for each heading, to the first of its sections, and one for each section under the heading that is open. */
function navigationOf(sections: readonly Section[], open: Section | undefined, code: string) {
  const headings = [...Map.groupBy(sections, headingOf)]
  const openHeading = open && headingOf(open)
  const underHeading = sections.filter((section) => headingOf(section) === openHeading)
  return {
    navigation: headings.flatMap(([text, [first]]): NavigationLink[] =>
      first ? [{ text, href: authorityPath(code, first.id), active: text === openHeading }] : [],
    ),
    underHeading: (underHeading.length > 1 ? underHeading : []).map((section): NavigationLink => ({
      text: section.text,
      href: authorityPath(code, section.id),
      active: section === open,
    })),
  }
}

/** The choice of an authority, and the rooms' pages under the address of each: an unknown authority is not found. */
export function authorityPages(app: FastifyInstance, deps: AuthorityDeps, routes: readonly Routes[]): void {
  const config = { permission: deps.choosing }
  const sections = [...deps.sections].sort((a, b) => a.order - b.order)
  const [firstSection] = sections
  if (!firstSection) throw new NoSections()
  const sectionsOpenTo = (request: FastifyRequest) => sections.filter(({ permission }) => request.may(permission))
  /** The address of the first page of the authority that the user may open. */
  const firstPage = (request: FastifyRequest, code: string): string =>
    authorityPath(code, (sectionsOpenTo(request)[0] ?? firstSection).id)
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
          ...navigationOf(sectionsOpenTo(request), request.routeOptions.config.section, authority.code),
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
