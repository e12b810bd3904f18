import type { FastifyRequest } from 'fastify'
import { actorOf } from '../../access/web/actor.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { type RowPage, rowPageRoutes } from '../../oversight/web/childPage.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { WriteHouseholdRow } from '../app/writeHouseholdRow.ts'
import { householdOf } from '../domain/households.ts'
import { fosteringSection } from '../sections.ts'
import { eventsPage } from './householdRows.page.ts'
import { checksPage } from './householdChecks.page.ts'
import { fosteringPath } from './paths.ts'

/** What the pages on which rows of a household are written need. */
export interface HouseholdRowsDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  writeHouseholdRow: WriteHouseholdRow
}

/** Allegations and changes of a household, and its checks and surveys. */
export const householdRowRoutes = (deps: HouseholdRowsDeps): Routes[] => [
  householdPageRoutes(deps, 'events', eventsPage),
  householdPageRoutes(deps, 'checks', checksPage),
]

/** A page about a household, at this path beneath the household’s own, on which rows of its registers are written. */
export const householdPageRoutes = (
  { worldsFor, today, writeHouseholdRow }: HouseholdRowsDeps,
  path: string,
  page: RowPage,
): Routes =>
  rowPageRoutes<{ household: string }>(page, {
    pattern: `/fostering/:household/${path}`,
    section: fosteringSection,
    subjectOf: async (request) => {
      const { code } = request.authority
      const world = await worldsFor(request).onDay(code, today(), null)
      const household = householdOf(world, request.params.household)
      if (!household) throw new PageNotFound()
      const { carerRef } = household.carer
      return {
        world,
        subject: carerRef,
        children: [],
        caption: `Household ${carerRef}`,
        back: { href: fosteringPath(code, carerRef), text: `Household ${carerRef}` },
        path: fosteringPath(code, carerRef, path),
      }
    },
    write: (request, { what, register }, row) =>
      writeHouseholdRow({ authority: request.authority, by: actorOf(request), what, register, row }),
  })
