import { officerName } from '../../officers/domain/names.ts'
import type { AllocationFact } from '../../officers/registers/allocations.ts'
import { type PlainDate, isOnOrBefore } from '../../kernel/dates.ts'
import { demandUnchanged } from '../../registers/version.ts'
import type { AllocationProblem } from './allocationProblems.ts'
import { type Standing } from './standing.ts'

/**
 * Ends the child's allocation without another: only where there is nothing left for an officer to do on that day.
 * `isOurs`: whether the child is the service's work on the day.
 */
export function endAllocation(
  standing: Pick<Standing, 'officers' | 'allocations'>,
  { child, day, replaces, isOurs }: { child: string; day: PlainDate | null; replaces: string; isOurs: boolean },
): { allocations: readonly AllocationFact[] } | { problems: readonly AllocationProblem[] } {
  if (day === null) return { problems: [{ code: 'day_missing' }] }
  const current = standing.allocations.find((one) => one.child === child && one.to === null) ?? null
  const [changed] = demandUnchanged(replaces, current)
  if (current === null || changed) {
    return { problems: [{ code: 'changed_meanwhile', child, officer: null }] }
  }
  if (isOurs) return { problems: [{ code: 'care_goes_on', child }] }
  if (!isOnOrBefore(current.from, day)) {
    const officer = officerName(standing.officers, current.officerId)
    return { problems: [{ code: 'day_before_start', child, officer, from: current.from }] }
  }
  return { allocations: [{ ...current, to: day }] }
}
