import type { Clock, ClockEvent, ClockRun } from './clock.ts'

/** A run of a clock that nothing has met or ended yet. Whether it is met is recorded (`isSatisfactionRecorded`), unless said otherwise. */
export const started = (
  clock: Clock,
  child: string | null,
  startedBy: ClockEvent,
  more: Partial<Omit<ClockRun, 'clock' | 'child' | 'startedBy'>> = {},
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
