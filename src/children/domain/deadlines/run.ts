import { started } from '../../../clocks/started.ts'
import type { Clock, ClockEvent, ClockRun } from '../../../clocks/clock.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import type { CheckFact, CheckKind } from '../../registers/checks.ts'
import { type ChecksKept, areKeptOn, daysOfChecks } from '../checks.ts'
import type { CareHistory } from '../history.ts'

/** A start of a clock for the child of a history. That it was met is not recorded unless said: shown until it is due. */
export const run = (
  history: CareHistory,
  clock: Clock,
  startedBy: ClockEvent,
  isSatisfactionRecorded = false,
  notes: readonly string[] = [],
): ClockRun => started(clock, history.record.child, startedBy, { isSatisfactionRecorded, notes })

/** What the register of checks has of a child, and since when it has each kind. */
export interface KnownChecks {
  own: readonly CheckFact[]
  kept: ChecksKept
}

/**
 * A run that the first of these checks meets, made from `from` on. Where checks of the kind are kept since before the run
 * began, that none is there is known too.
 */
export function metByCheck(
  start: ClockRun,
  { own, kept }: KnownChecks,
  kinds: readonly CheckKind[],
  { from, asAt }: { from: PlainDate; asAt: PlainDate },
): ClockRun {
  const [on] = daysOfChecks(own, kinds, from, asAt)
  if (on) return { ...start, satisfiedBy: { what: 'the check recorded', on }, isSatisfactionRecorded: true }
  return areKeptOn(kept, kinds, start.startedBy.on) ? { ...start, isSatisfactionRecorded: true } : start
}
