import type { World } from '../../children/domain/world.ts'
import { type HouseholdRowsDeps, householdPageRoutes } from '../../fostering/web/householdRows.routes.ts'
import { fosteringPath } from '../../fostering/web/paths.ts'
import type { RowPage } from '../../oversight/web/childPage.ts'
import type { Routes } from '../../platform/web/authorities.ts'
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

/** The signs of a household, and a word on each. */
export const householdSignsRoutes = (deps: HouseholdRowsDeps): Routes =>
  householdPageRoutes(deps, 'signs', householdSignsPage)
