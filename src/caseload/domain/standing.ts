import type { AllocationFact } from '../../officers/registers/allocations.ts'
import type { FamilyTieFact } from '../../children/registers/family.ts'
import type { OfficerFact } from '../../officers/registers/officers.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { openByChild } from './load.ts'

/** What decides whose child someone may become. */
export interface Standing {
  officers: readonly OfficerFact[]
  allocations: readonly AllocationFact[]
  ties: readonly FamilyTieFact[]
}

/** The child's allocation that is open on a day, or null. */
export const currentOf = (standing: Pick<Standing, 'allocations'>, child: string, day: PlainDate) =>
  openByChild(
    standing.allocations.filter((one) => one.child === child),
    day,
  ).get(child) ?? null
