import { officerName } from '../../officers/domain/names.ts'
import type { AllocationFact } from '../../officers/registers/allocations.ts'
import { isOpen } from '../../children/domain/allocations.ts'
import { type PlainDate, isAfter, isBefore, isSameDay } from '../../kernel/dates.ts'
import { isInPost, isReviewingOfficer } from '../../officers/domain/service.ts'
import { demandUnchanged } from '../../registers/version.ts'
import type { AllocationProblem } from './allocationProblems.ts'
import { type Standing } from './standing.ts'

/** A child to be given to an officer. `replaces`: the version of the allocation that the form showed; null for nobody's. */
export interface NewAllocation {
  child: string
  officerId: string
  replaces: string | null
}

/** One child's part of giving children to officers. */
export interface Step {
  allocation: NewAllocation
  current: AllocationFact | null
  /** Whether the officer before never was one: the day had not begun. */
  isCorrection: boolean
  rows: readonly AllocationFact[]
}

/** What becomes of the allocations of one child. */
export function stepOf(
  standing: Standing,
  allocation: NewAllocation,
  day: PlainDate,
  today: PlainDate,
): Step | { problem: AllocationProblem } {
  const { child, officerId } = allocation
  const problem = officerProblem(standing, allocation, day)
  if (problem) return { problem }
  const own = standing.allocations.filter((one) => one.child === child && (one.to === null || isAfter(one.to, day)))
  const current = own.find((one) => isOpen(one, day)) ?? null
  const later = own.find((one) => isAfter(one.from, day))
  const nameOf = (id: string) => officerName(standing.officers, id)
  const [changed] = demandUnchanged(allocation.replaces ?? '', current)
  if (changed) {
    return { problem: { ...changed, child, officer: current && nameOf(current.officerId) } }
  }
  if (later) return { problem: { code: 'planned_already', child, officer: nameOf(later.officerId), from: later.from } }
  if (current === null) {
    return { allocation, current, isCorrection: false, rows: [{ child, officerId, from: day, to: null }] }
  }
  if (current.officerId === officerId) return { problem: { code: 'same_officer', child, officer: nameOf(officerId) } }
  const isCorrection = isSameDay(current.from, day)
  if (isCorrection && isBefore(day, today)) {
    return { problem: { code: 'day_before_start', child, officer: nameOf(current.officerId), from: current.from } }
  }
  const next = { child, officerId, from: day, to: current.to }
  return { allocation, current, isCorrection, rows: isCorrection ? [next] : [{ ...current, to: day }, next] }
}

function officerProblem(
  standing: Standing,
  { child, officerId }: NewAllocation,
  day: PlainDate,
): AllocationProblem | null {
  if (officerId === '') return { code: 'officer_missing', child }
  const officer = standing.officers.find((one) => one.officerId === officerId)
  if (!officer) return { code: 'officer_unknown', child }
  const { name, startedOn, endedOn } = officer
  if (!isReviewingOfficer(officer)) return { code: 'not_reviewing', child, officer: name }
  return isInPost(officer, day) ? null : { code: 'not_in_post', child, officer: name, startedOn, endedOn }
}
