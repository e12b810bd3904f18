import { isKnown } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import { childrenPermissions } from '../../children/permissions.ts'
import { childrenSection } from '../../children/sections.ts'
import { caseloadPermissions } from '../../caseload/permissions.ts'
import type { FastifyRequest } from 'fastify'
import { showed } from '../../access/web/logging.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { reviewsPermissions } from '../../reviews/permissions.ts'
import { searchForm, searchPage, searched } from './search.view.ts'

/** What the search needs. */
export interface SearchDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
}

/**
 * The search of every page. What is typed is sent in a form and never stands in an address: it is a child's name, and
 * addresses are kept by browsers, by proxies and in links that people send on (decision 16).
 */
export const searchRoutes =
  ({ worldsFor, today }: SearchDeps): Routes =>
  (app) => {
    const config = { permission: childrenPermissions.read, section: childrenSection, changesNothing: true } as const

    app.get('/search', { config }, async (request, reply) => {
      showed(request, 'looked at the search', [])
      const where = { code: request.authority.code, csrfToken: reply.generateCsrf() }
      const world = await worldsFor(request).onDay(request.authority.code, today(), null)
      return reply.view('overview/web/search.njk', {
        ...searchPage(world, '', null, where),
        ...searchForm.shown(searchForm.first(), []),
      })
    })

    app.post('/search', { config }, async (request, reply) => {
      const { code } = request.authority
      const { typed, values, faults } = searchForm.read(request.body)
      const world = await worldsFor(request).onDay(code, today(), null)
      const asked = values?.q ?? ''
      const wrong = values !== null && asked === '' ? [{ field: 'q' as const, text: NOTHING_TYPED }] : faults
      if (wrong.length > 0) {
        showed(request, 'searched', [])
        const page = searchPage(world, '', null, { code, csrfToken: reply.generateCsrf() })
        return reply.code(400).view('overview/web/search.njk', { ...page, ...searchForm.shown(typed, wrong) })
      }
      const known = await knownId(request, world, asked)
      // Anyone who types a whole id knows whom they want.
      if (known !== null) {
        showed(request, 'searched', [])
        return reply.redirect(authorityPath(code, 'children', known), 303)
      }
      const isOpen = {
        officers: request.may(caseloadPermissions.readBoard),
        reviews: request.may(reviewsPermissions.read),
      }
      const result = searched(world, asked, isOpen)
      const page = searchPage(world, asked, result, { code, csrfToken: reply.generateCsrf() })
      const shown = [...page.children, ...page.reviews].map(({ child }) => child)
      showed(request, 'searched, and looked at what was found', shown)
      return reply.view('overview/web/search.njk', { ...page, ...searchForm.shown(typed, []) })
    })

    /** The id that was typed, where it is that of someone whom the user may see, however long ago they left. */
    async function knownId(request: FastifyRequest, world: World, typed: string): Promise<string | null> {
      for (const id of new Set([typed, typed.toUpperCase()])) {
        if (isKnown(world, id)) return id
        const alone = await worldsFor(request).ofChild(request.authority.code, id, today(), null)
        if (isKnown(alone, id)) return id
      }
      return null
    }
  }

const NOTHING_TYPED = 'Enter a name, an id or a review’s reference'
