import { officerName } from '../../officers/domain/names.ts'
import type { AllocationFact } from '../../officers/registers/allocations.ts'
import type { FamilyTieFact } from '../../children/registers/family.ts'
import type { HandoverFact } from '../../officers/registers/handovers.ts'
import { type PlainDate, addMonths, isAfter } from '../../kernel/dates.ts'
import type { AllocationProblem } from './allocationProblems.ts'
import { openByChild } from './load.ts'
import { clashesOf, siblingsOf } from './ties.ts'
import { type Standing } from './standing.ts'
import { type NewAllocation, stepOf } from './allocationStep.ts'

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

/**
 * Gives children to officers: who had one before is handed over on the same day, so that no child is ever without.
 * CLK-IRO-1, CLK-IRO-4 to 6. Nothing is changed unless there is no problem.
 */
export function giveChildren(
  standing: Standing,
  newAllocations: readonly NewAllocation[],
  terms: Terms,
): Given | { problems: readonly AllocationProblem[] } {
  const { day, today } = terms
  if (newAllocations.length === 0) return { problems: [{ code: 'nobody_chosen' }] }
  if (day === null) return { problems: [{ code: 'day_missing' }] }
  const lastDay = addMonths(today, MONTHS_AHEAD)
  if (isAfter(day, lastDay)) return { problems: [{ code: 'day_too_far', lastDay }] }
  const steps = newAllocations.map((one) => stepOf(standing, one, day, today))
  const problems = steps.flatMap((step) => ('problem' in step ? [step.problem] : []))
  const taken = steps.flatMap((step) => ('problem' in step ? [] : [step]))
  if (taken.some(({ current }) => current !== null) && terms.reason === '') problems.push({ code: 'reason_missing' })
  const changed = taken.flatMap(({ rows }) => rows)
  const children = taken.map(({ allocation }) => allocation.child)
  const after = replaced(standing.allocations, changed)
  problems.push(...clashProblems(children, after, standing, terms, day))
  const apart = siblingsApart(children, after, standing, terms, day)
  problems.push(...apart.problems)
  if (problems.length > 0) return { problems }
  return {
    allocations: changed,
    ties: apart.ties,
    handovers: taken.flatMap(({ allocation, current, isCorrection }) =>
      current === null || isCorrection
        ? []
        : [
            {
              child: allocation.child,
              on: day,
              fromOfficer: current.officerId,
              toOfficer: allocation.officerId,
              reason: terms.reason,
              note: terms.note === '' ? null : terms.note,
              undoneOn: null,
            },
          ],
    ),
  }
}

/** Allocations with these in place of those under the same key. */
export function replaced(all: readonly AllocationFact[], changed: readonly AllocationFact[]): AllocationFact[] {
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
    const officer = officerName(officers, officerId)
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
        unexplained.push({ child: sibling, officer: officerName(officers, theirs.officerId) })
      }
      if (reason !== tie.apartReason) changed.set(tie, { ...tie, apartReason: reason })
    }
    if (unexplained.length > 0) problems.push({ code: 'apart_reason_missing', child, siblings: unexplained })
  }
  return { problems, ties: [...changed.values()] }
}
