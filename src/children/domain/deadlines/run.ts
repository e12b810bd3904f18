import type { Clock, ClockEvent, ClockRun } from '../../../clocks/clock.ts'
import type { CareHistory } from '../history.ts'

/** A start of a clock for the child of a history. That it was met is not recorded unless said: shown until it is due. */
export const run = (
  history: CareHistory,
  clock: Clock,
  startedBy: ClockEvent,
  isSatisfactionRecorded = false,
  notes: readonly string[] = [],
): ClockRun => ({
  clock,
  child: history.record.child,
  startedBy,
  notBefore: null,
  satisfiedBy: null,
  endedBy: null,
  isSatisfactionRecorded,
  notes,
})
