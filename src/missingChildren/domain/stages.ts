import {
  type PlainDate,
  addDays,
  compareDates,
  isAfter,
  isBefore,
  isOnOrAfter,
  isOnOrBefore,
  isSameDay,
  isWithin,
} from '../../kernel/dates.ts'

/** The day on which missing episodes had come to so many that a meeting is to be held. */
export interface Reached {
  on: PlainDate
  episodes: number
}

/** How many episodes began in the window that ends on a day, that day included. */
const countOn = (starts: readonly PlainDate[], day: PlainDate, windowDays: number): number =>
  starts.filter((start) => isWithin(start, addDays(day, 1 - windowDays), day)).length

/** The days on which the count reached the threshold, having been below it the day before. */
function daysReached(starts: readonly PlainDate[], threshold: number, windowDays: number): Reached[] {
  const days = starts.filter((day, index) => index === 0 || !isSameDay(day, starts[index - 1] ?? day))
  return days.flatMap((on) => {
    const episodes = countOn(starts, on, windowDays)
    return episodes >= threshold && countOn(starts, addDays(on, -1), windowDays) < threshold ? [{ on, episodes }] : []
  })
}

/** By what a stage is judged: when episodes began, in order; how many in how many days; what closes it; up to which day. */
export interface StageFacts {
  starts: readonly PlainDate[]
  threshold: number
  windowDays: number
  /** Meetings of this stage or a later one, in order. */
  meetings: readonly PlainDate[]
  asAt: PlainDate
}

/**
 * Every time that a stage was reached: once for a crossing of the threshold. It is not reached again until the count has
 * fallen below and risen, or so many days have passed since the last meeting with the count still there. CLK-MIS-2.
 */
export function timesReached({ starts, threshold, windowDays, meetings, asAt }: StageFacts): Reached[] {
  const crossings = daysReached(starts, threshold, windowDays)
  const again = meetings.flatMap((held, index) => {
    const on = addDays(held, windowDays)
    const next = meetings[index + 1]
    const episodes = countOn(starts, on, windowDays)
    return isOnOrBefore(on, asAt) && episodes >= threshold && (!next || isAfter(next, on)) ? [{ on, episodes }] : []
  })
  return [...crossings, ...again].filter(({ on }) => isOnOrBefore(on, asAt)).sort((a, b) => compareDates(a.on, b.on))
}

/** The time that a stage was reached for which no meeting was held, and no later stage was reached; null where none is open. */
export function openStage(facts: StageFacts, laterReached: readonly Reached[] = []): Reached | null {
  const closings = [...facts.meetings, ...laterReached.map(({ on }) => on)].sort(compareDates)
  let open: Reached | null = null
  let closedOn: PlainDate | null = null
  for (const reached of timesReached(facts)) {
    if (open && closedOn && isBefore(closedOn, reached.on)) open = null
    if (open) continue
    open = reached
    closedOn = closings.find((on) => isOnOrAfter(on, reached.on)) ?? null
  }
  return open && closedOn === null ? open : null
}
