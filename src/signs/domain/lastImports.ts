import type { Instant } from '../../kernel/dates.ts'
import { localOf } from '../../kernel/localTimes.ts'

/**
 * The first moment of the latest day among these; null among none. A return and its registers are sent one after the other: what
 * a day's imports brought is told together.
 */
export function firstOfLatestDay(moments: readonly Instant[]): Instant | null {
  const sorted = moments.toSorted((a, b) => a.epochMilliseconds - b.epochMilliseconds)
  const latest = sorted.at(-1)
  if (!latest) return null
  const { day } = localOf(latest)
  return sorted.find((moment) => localOf(moment).day.equals(day)) ?? latest
}
