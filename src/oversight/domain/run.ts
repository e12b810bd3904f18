import type { Clock, ClockEvent, ClockRun } from '../../clocks/clock.ts'

/** A start of a clock for a child that nothing has met yet, of which the registers tell unless said otherwise. */
export const started = (
  clock: Clock,
  child: string,
  startedBy: ClockEvent,
  more: Partial<Pick<ClockRun, 'notBefore' | 'inTimeUntil' | 'satisfiedBy' | 'isSatisfactionRecorded' | 'isKeptToDay' | 'notes'>> = {}, // prettier-ignore
): ClockRun => ({
  clock,
  child,
  startedBy,
  notBefore: null,
  satisfiedBy: null,
  endedBy: null,
  isSatisfactionRecorded: true,
  notes: [],
  ...more,
})

/** The clock with a number and a source of the authority’s own; its source where that names none. */
export const ofAuthority = (clock: Clock, amount: number, rule: string, source: string): Clock => ({
  ...clock,
  limit: { ...clock.limit, amount },
  rule,
  source: source || clock.source,
})
