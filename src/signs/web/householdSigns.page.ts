import type { FastifyRequest } from 'fastify'
import { actorOf } from '../../access/web/actor.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { World } from '../../children/domain/world.ts'
import type { WriteHouseholdRow } from '../../fostering/app/writeHouseholdRow.ts'
import { householdOf } from '../../fostering/domain/households.ts'
import { fosteringSection } from '../../fostering/sections.ts'
import { fosteringPath } from '../../fostering/web/paths.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { type RowPage, rowPageRoutes } from '../../oversight/web/childPage.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { acknowledgementOf } from '../domain/acknowledged.ts'
import { householdSignsIn } from '../domain/households.ts'
import type { HouseholdSign } from '../domain/sign.ts'
import { signsPermissions } from '../permissions.ts'
import { acknowledgeHouseholdForm } from './signs.form.ts'
import { ACKNOWLEDGING, signsTable } from './signs.table.ts'

const signsOfHousehold = (world: World, carerRef: string): HouseholdSign[] =>
  householdSignsIn(world).filter(({ subject }) => subject.ref === carerRef)

/** The signs of a fostering household: each with its reason, acknowledged with a word. */
const householdSignsPage: RowPage = {
  title: 'Signs that the household needs a look',
  intro: ACKNOWLEDGING,
  permission: signsPermissions.acknowledgeHouseholds,
  looked: 'looked at the signs of a fostering household',
  forms: (world, carerRef) => {
    const waiting = signsOfHousehold(world, carerRef).filter((sign) => acknowledgementOf(world, sign) === null)
    return [{ ...acknowledgeHouseholdForm(waiting), isOffered: waiting.length > 0 }]
  },
  tables: (world, carerRef) => [signsTable(world, signsOfHousehold(world, carerRef))],
}

/** The address of the signs of a household. */
export const householdSignsPath = (code: string, carerRef: string): string => fosteringPath(code, carerRef, 'signs')

/** What the page of a household’s signs needs. */
export interface HouseholdSignsDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  writeHouseholdRow: WriteHouseholdRow
}

/** The signs of a household, and a word on each. */
export const householdSignsRoutes = ({ worldsFor, today, writeHouseholdRow }: HouseholdSignsDeps): Routes =>
  rowPageRoutes<{ household: string }>(householdSignsPage, {
    pattern: '/fostering/:household/signs',
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
        path: householdSignsPath(code, carerRef),
      }
    },
    write: (request, { what, register }, row) =>
      writeHouseholdRow({ authority: request.authority, by: actorOf(request), what, register, row }),
  })
