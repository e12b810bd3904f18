import type { Clock, ClockEvent, ClockRun } from './clock.ts'

/** A start of a clock that nothing has met or ended yet, of which the registers tell unless said otherwise. */
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
