import type { AllocationFact } from '../../officers/registers/allocations.ts'
import type { FamilyTieFact } from '../../children/registers/family.ts'
import type { HandoverFact } from '../../officers/registers/handovers.ts'
import type { OfficerFact } from '../../officers/registers/officers.ts'
import { isOpen } from '../../children/domain/allocations.ts'
import { type PlainDate, addMonths, isAfter, isBefore, isOnOrBefore, isSameDay } from '../../kernel/dates.ts'
import { isInPost, isReviewingOfficer } from '../../officers/domain/service.ts'
import { demandUnchanged } from '../../registers/version.ts'
import type { AllocationProblem } from './allocationProblems.ts'
import { openByChild } from './load.ts'
import { clashesOf, siblingsOf } from './ties.ts'

/** What decides whose child someone may become. */
export interface Standing {
  officers: readonly OfficerFact[]
  allocations: readonly AllocationFact[]
  ties: readonly FamilyTieFact[]
}

/** A child to be given to an officer. `replaces`: the version of the allocation that the form showed; null for nobody's. */
export interface Giving {
  child: string
  officerId: string
  replaces: string | null
}

/** How children are given. */
export interface Terms {
  /** The first day of the new officer. */
  day: PlainDate | null
  /** Why the officer changes; not asked where there was none. */
  reason: string
  /** What the new officer must know. */
  note: string
  /** Why brothers and sisters are not with the same officer. */
  apartReason: string
  today: PlainDate
  /** Whom the one who decides may see: of others only is said that an officer is not free. */
  maySee: (child: string) => boolean
}

/** What giving children to officers changes. */
export interface Given {
  allocations: readonly AllocationFact[]
  ties: readonly FamilyTieFact[]
  /** Changes of the officer: none where a child had no officer before. */
  handovers: readonly HandoverFact[]
}

/** How far ahead an allocation may be entered, in months. */
const MONTHS_AHEAD = 12

/** The child's allocation that is open on a day, or null. */
export const currentOf = (standing: Pick<Standing, 'allocations'>, child: string, day: PlainDate) =>
  openByChild(
    standing.allocations.filter((one) => one.child === child),
    day,
  ).get(child) ?? null

/**
 * Gives children to officers: who had one before is handed over on the same day, so that no child is ever without.
 * CLK-IRO-1, CLK-IRO-4 to 6. Nothing is changed unless there is no problem.
 */
export function giveChildren(
  standing: Standing,
  givings: readonly Giving[],
  terms: Terms,
): Given | { problems: readonly AllocationProblem[] } {
  const { day, today } = terms
  if (givings.length === 0) return { problems: [{ code: 'nobody_chosen' }] }
  if (day === null) return { problems: [{ code: 'day_missing' }] }
  const lastDay = addMonths(today, MONTHS_AHEAD)
  if (isAfter(day, lastDay)) return { problems: [{ code: 'day_too_far', lastDay }] }
  const steps = givings.map((giving) => stepOf(standing, giving, day, today))
  const problems = steps.flatMap((step) => ('problem' in step ? [step.problem] : []))
  const taken = steps.flatMap((step) => ('problem' in step ? [] : [step]))
  if (taken.some(({ current }) => current !== null) && terms.reason === '') problems.push({ code: 'reason_missing' })
  const changed = taken.flatMap(({ rows }) => rows)
  const children = taken.map(({ giving }) => giving.child)
  const after = replaced(standing.allocations, changed)
  problems.push(...clashProblems(children, after, standing, terms, day))
  const apart = siblingsApart(children, after, standing, terms, day)
  problems.push(...apart.problems)
  if (problems.length > 0) return { problems }
  return {
    allocations: changed,
    ties: apart.ties,
    handovers: taken.flatMap(({ giving, current, isCorrection }) =>
      current === null || isCorrection
        ? []
        : [
            {
              child: giving.child,
              on: day,
              fromOfficer: current.officerId,
              toOfficer: giving.officerId,
              reason: terms.reason,
              note: terms.note === '' ? null : terms.note,
            },
          ],
    ),
  }
}

interface Step {
  giving: Giving
  current: AllocationFact | null
  /** Whether the officer before never was one: the day had not begun. */
  isCorrection: boolean
  rows: readonly AllocationFact[]
}

/** What becomes of the allocations of one child. */
function stepOf(
  standing: Standing,
  giving: Giving,
  day: PlainDate,
  today: PlainDate,
): Step | { problem: AllocationProblem } {
  const { child, officerId } = giving
  const problem = officerProblem(standing, giving, day)
  if (problem) return { problem }
  const own = standing.allocations.filter((one) => one.child === child && (one.to === null || isAfter(one.to, day)))
  const current = own.find((one) => isOpen(one, day)) ?? null
  const later = own.find((one) => isAfter(one.from, day))
  const nameOf = (id: string) => nameOfOfficer(standing.officers, id)
  const [changed] = demandUnchanged(giving.replaces ?? '', current)
  if (changed) {
    return { problem: { ...changed, child, officer: current && nameOf(current.officerId) } }
  }
  if (later) return { problem: { code: 'planned_already', child, officer: nameOf(later.officerId), from: later.from } }
  if (current === null) {
    return { giving, current, isCorrection: false, rows: [{ child, officerId, from: day, to: null }] }
  }
  if (current.officerId === officerId) return { problem: { code: 'same_officer', child, officer: nameOf(officerId) } }
  const isCorrection = isSameDay(current.from, day)
  if (isCorrection && isBefore(day, today)) {
    return { problem: { code: 'day_before_start', child, officer: nameOf(current.officerId), from: current.from } }
  }
  const next = { child, officerId, from: day, to: current.to }
  return { giving, current, isCorrection, rows: isCorrection ? [next] : [{ ...current, to: day }, next] }
}

function officerProblem(standing: Standing, { child, officerId }: Giving, day: PlainDate): AllocationProblem | null {
  if (officerId === '') return { code: 'officer_missing', child }
  const officer = standing.officers.find((one) => one.officerId === officerId)
  if (!officer) return { code: 'officer_unknown', child }
  const { name, startedOn, endedOn } = officer
  if (!isReviewingOfficer(officer)) return { code: 'not_reviewing', child, officer: name }
  return isInPost(officer, day) ? null : { code: 'not_in_post', child, officer: name, startedOn, endedOn }
}

/** Allocations with these in place of those under the same key. */
function replaced(all: readonly AllocationFact[], changed: readonly AllocationFact[]): AllocationFact[] {
  const keyOf = ({ child, from }: AllocationFact) => `${child} ${from.toString()}`
  const keys = new Set(changed.map(keyOf))
  return [...all.filter((one) => !keys.has(keyOf(one))), ...changed]
}

/** The hard rule: nobody overrides it. Of a relative who may not be seen is said nothing. */
function clashProblems(
  children: readonly string[],
  after: readonly AllocationFact[],
  { officers, ties }: Standing,
  { maySee }: Terms,
  day: PlainDate,
): AllocationProblem[] {
  return clashesOf(children, after, ties, day).map(({ child, relative, is, officerId }) => {
    const officer = nameOfOfficer(officers, officerId)
    return maySee(relative)
      ? { code: 'parent_and_child', child, relative, is, officer }
      : { code: 'officer_not_free', child, officer }
  })
}

/** Siblings who would have another officer need a reason, which their tie keeps; who are together again need none. */
function siblingsApart(
  children: readonly string[],
  after: readonly AllocationFact[],
  { officers, ties }: Standing,
  { maySee, apartReason }: Terms,
  day: PlainDate,
): { problems: AllocationProblem[]; ties: FamilyTieFact[] } {
  const open = openByChild(after, day)
  const problems: AllocationProblem[] = []
  const changed = new Map<FamilyTieFact, FamilyTieFact>()
  for (const child of children) {
    const unexplained: { child: string; officer: string }[] = []
    for (const { child: sibling, tie } of siblingsOf(child, ties)) {
      const theirs = open.get(sibling)
      if (!theirs || !maySee(sibling)) continue
      const isApart = theirs.officerId !== open.get(child)?.officerId
      const reason = isApart ? (apartReason === '' ? tie.apartReason : apartReason) : null
      if (isApart && reason === null) {
        unexplained.push({ child: sibling, officer: nameOfOfficer(officers, theirs.officerId) })
      }
      if (reason !== tie.apartReason) changed.set(tie, { ...tie, apartReason: reason })
    }
    if (unexplained.length > 0) problems.push({ code: 'apart_reason_missing', child, siblings: unexplained })
  }
  return { problems, ties: [...changed.values()] }
}

/** The officer's name, or the id where the register does not know it. */
export const nameOfOfficer = (officers: readonly OfficerFact[], officerId: string): string =>
  officers.find((one) => one.officerId === officerId)?.name ?? officerId

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
    const officer = nameOfOfficer(standing.officers, current.officerId)
    return { problems: [{ code: 'day_before_start', child, officer, from: current.from }] }
  }
  return { allocations: [{ ...current, to: day }] }
}
