import type { CareHistory } from '../../children/domain/history.ts'
import { type PlainDate, addDays, addMonths, isAfter, isOnOrAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import { type Found, found } from './sign.ts'
import type { WatchedChild } from './watchedChild.ts'

const [LONGEST_STAY_DAYS, MOST_DAYS_A_YEAR] = [17, 75]

/** Short breaks beyond their limit: a stay of over 17 days, or over 75 days in twelve months. Regulation 48. */
export const shortBreakLimit = ({ history, asAt }: WatchedChild): readonly Found[] => beyondLimit(history)(asAt)

// Nothing but the return says so: what changes in the registers works nothing out anew.
const beyondLimit = rememberedFor(({ shortBreaks }: CareHistory) =>
  rememberedWhileSame((asAt: PlainDate) => shortBreaksBeyond(shortBreaks, asAt)),
)

function shortBreaksBeyond(shortBreaks: CareHistory['shortBreaks'], asAt: PlainDate): Found[] {
  const yearBefore = addMonths(asAt, -12)
  const stays = shortBreaks
    .filter(({ from }) => isOnOrBefore(from, asAt))
    // The day on which a stay ends is not counted.
    .map(({ from, until }) => ({ from, last: until && isOnOrBefore(until, asAt) ? addDays(until, -1) : asAt }))
    .reduce<{ from: PlainDate; last: PlainDate }[]>((joined, stay) => {
      const before = joined.at(-1)
      if (before && isOnOrAfter(addDays(before.last, 1), stay.from)) before.last = stay.last
      else joined.push({ ...stay })
      return joined
    }, [])
  const long = stays
    .map(({ from, last }) => ({ on: addDays(from, LONGEST_STAY_DAYS), last }))
    .filter(({ on, last }) => isOnOrBefore(on, last) && isAfter(last, yearBefore))
    .map(({ on }) => found(on, `A short break lasted over ${LONGEST_STAY_DAYS} days: the ordinary rules apply to it.`))
  const many = dayBeyond(stays, asAt)
  return [
    ...long,
    ...(many ? [found(many, `Short breaks lasted over ${MOST_DAYS_A_YEAR} days in twelve months.`)] : []),
  ]
}

/** The day on which short breaks of the twelve months to it had lasted more than 75 days, where those to `asAt` still have. */
function dayBeyond(stays: readonly { from: PlainDate; last: PlainDate }[], asAt: PlainDate): PlainDate | null {
  const days = stays.flatMap(({ from, last }) => {
    const each: PlainDate[] = []
    for (let day = from; isOnOrBefore(day, last); day = addDays(day, 1)) each.push(day)
    return each
  })
  let start = 0
  // Days come in order, so that the twelve months to each begin where those to the one before did, or later.
  const counts = days.map((day, at) => {
    const since = addMonths(day, -12)
    while (isOnOrBefore(days[start] ?? day, since)) start++
    return at - start + 1
  })
  const inTheLast = days.filter((day) => isAfter(day, addMonths(asAt, -12))).length
  if (inTheLast <= MOST_DAYS_A_YEAR) return null
  // The latest day on which the count was still within the limit: it has been beyond it since the next one counted.
  const within = counts.findLastIndex((count) => count <= MOST_DAYS_A_YEAR)
  return days[within + 1] ?? null
}
