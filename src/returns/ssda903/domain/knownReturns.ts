import type { ReturnCoverage } from '../../../children/domain/record.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { rememberedFor } from '../../../kernel/remember.ts'

/** Which years' returns are in the records. Days are ISO text, since documents hold them so. */
export interface KnownReturns {
  /** Whether the return of the year in which this day lies is known. */
  hasReturnOf: (day: string) => boolean
  /** The first day of the next return known after that of `year`; null where that is the latest. */
  nextFirstDay: (year: number) => string | null
}

/** The returns that `coverage` names. */
export const knownReturns: (coverage: readonly ReturnCoverage[]) => KnownReturns = rememberedFor((coverage) => {
  const years = coverage.map((one) => one.year).sort((a, b) => a - b)
  return {
    hasReturnOf: (day) => years.includes(startYearOf(day)),
    nextFirstDay: (year) => {
      const next = years.find((known) => known > year)
      return next === undefined ? null : firstDayOf(next)
    },
  }
})

export const firstDayOf = (year: number): string => `${year}-04-01`
export const lastDayOf = (year: number): string => `${year + 1}-03-31`

/** The reporting year of an ISO day, by the calendar year in which it starts. */
export const startYearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)

/**
 * The first year whose return can leave an episode open until this day: what is open at the end of a return ends with the
 * next one's first day, unless that one has it too. Without this, everyone who was ever in care on a 31 March would be
 * read, and a year would cost more with every year before it.
 */
export function firstYearOpenOn(day: PlainDate, coverage: readonly ReturnCoverage[]): number {
  const { nextFirstDay } = knownReturns(coverage)
  const isOpenThen = (next: string | null): boolean => next === null || next >= day.toString()
  const years = coverage.map(({ year }) => year).filter((year) => isOpenThen(nextFirstDay(year)))
  return years.length === 0 ? 0 : Math.min(...years)
}
