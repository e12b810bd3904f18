import { ageOn } from '../../calendar/age.ts'
import type { World } from '../../children/domain/world.ts'
import { withoutRoundingError } from '../../caseload/domain/load.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { isInPost } from '../../officers/domain/service.ts'
import { type OfficerFact, officerRoles, officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'

/** One line of the establishment: those of a role, or all. */
export interface EstablishmentLine {
  role: string
  people: number
  fte: number
  permanent: number
  agency: number
  /** Those of whom the kind of employment is not recorded. */
  otherwise: number
  /** Registered as a social worker. */
  registered: number
  /** The median of whole years since registration; null where none is recorded. */
  yearsQualified: number | null
}

const isRole = (text: string): text is OfficerFact['role'] => Object.hasOwn(officerRoles, text)

/** Who is in post on a day, by role, and all together: each column adds up to its last line. No one is shown by what they are. */
export function establishmentOn(world: World, day: PlainDate): EstablishmentLine[] {
  const all = recordsOf(world, officers).filter((officer) => isInPost(officer, day))
  const lines = Object.keys(officerRoles)
    .filter(isRole)
    .map((role) => lineOf(officerRoles[role], all.filter((one) => one.role === role), day)) // prettier-ignore
  return [...lines.filter(({ people }) => people > 0), lineOf('All', all, day)]
}

function lineOf(role: string, own: readonly OfficerFact[], day: PlainDate): EstablishmentLine {
  const years = own.flatMap(({ qualifiedOn }) => (qualifiedOn ? [ageOn(qualifiedOn, day)] : [])).sort((a, b) => a - b)
  const employed = (kind: OfficerFact['employment']) => own.filter(({ employment }) => employment === kind).length
  return {
    role,
    people: own.length,
    fte: withoutRoundingError(own.reduce((sum, { fte }) => sum + fte, 0)),
    permanent: employed('PERMANENT'),
    agency: employed('AGENCY'),
    otherwise: employed(null),
    registered: years.length,
    yearsQualified: years[Math.floor((years.length - 1) / 2)] ?? null,
  }
}
