import { yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import type { Child, Day } from '../../engine/rows.ts'

/**
 * Whether the child had not yet had the birthday of `years` on this day. Where the day or the date of birth is not
 * known, neither this nor `hasTurned` is true: a rule about age can't be broken by a child of unknown age.
 */
export function isUnder(years: number, child: Child, on: Day): boolean {
  return child.Header.some((header) => on < yearsAfter(header.DOB, years))
}

/** Whether the child had had the birthday of `years` by this day; on the birthday itself, yes. */
export function hasTurned(years: number, child: Child, on: Day): boolean {
  return child.Header.some((header) => on >= yearsAfter(header.DOB, years))
}
