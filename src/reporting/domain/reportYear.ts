import { type ReportingYear, comparedTo, previousYear } from '../../calendar/reportingYear.ts'
import type { FigureRecord, FigureValue } from '../../figures/figure.ts'
import { type PlainDate, isBefore, longDate } from '../../kernel/dates.ts'
import type { Settings } from '../../settings/settings.ts'
import { type Lateness, latenessOf } from './lateness.ts'
import type { Measure, YearFigures } from './measure.ts'
import { withSmallNumbersHidden } from './disclosure/hide.ts'

/** Oddities of one kind in what was imported, and how they are counted. */
export interface ReportedFindings {
  label: string
  counted: string
  times: number
}

/** One year's return that the report rests on. */
export interface ReturnUsed {
  year: string
  readOn: PlainDate
}

/** All that a report is written from. */
export interface ReportFacts {
  authority: { code: string; name: string }
  year: ReportingYear
  /** The last day that is counted: the year's last day, or an earlier one while the year is not over. */
  asAt: PlainDate
  figures: readonly FigureValue[]
  /** Last year's, at its end or of the same days where the year is not over; null where its return is not imported. */
  figuresBefore: readonly FigureValue[] | null
  /** The records of `reviews.on_time`. */
  reviews: readonly FigureRecord[]
  findings: readonly ReportedFindings[]
  returns: readonly ReturnUsed[]
  /** Whether the service's own registers add to what the return says. */
  hasRegisters: boolean
  settings: Settings
}

/** What a section is written from: the facts as they may be shown. */
export interface ReportYear {
  authority: { code: string; name: string }
  now: YearFigures
  before: YearFigures | null
  isWholeYear: boolean
  /** The reviews by month and days late; null where small numbers are hidden. */
  lateness: Lateness | null
  findings: readonly ReportedFindings[]
  returns: readonly ReturnUsed[]
  hasRegisters: boolean
  settings: Settings
  areSmallNumbersHidden: boolean
}

/** The facts made ready for the sections; small numbers hidden in both years, where asked for. */
export function reportYearOf(facts: ReportFacts, areSmallNumbersHidden: boolean): ReportYear {
  const before = facts.figuresBefore
  const yearBefore = previousYear(facts.year)
  const isWholeYear = !isBefore(facts.asAt, facts.year.lastDay)
  const values = before ? [facts.figures, before] : [facts.figures]
  const [shownNow = [], shownBefore = []] = areSmallNumbersHidden ? withSmallNumbersHidden(values, isWholeYear) : values
  return {
    authority: facts.authority,
    now: yearFigures(facts.year, facts.asAt, shownNow),
    before: before && yearFigures(yearBefore, comparedTo(facts.year, facts.asAt), shownBefore),
    isWholeYear,
    lateness: areSmallNumbersHidden ? null : latenessOf(facts.reviews),
    findings: facts.findings,
    returns: facts.returns,
    hasRegisters: facts.hasRegisters,
    settings: facts.settings,
    areSmallNumbersHidden,
  }
}

const yearFigures = (year: ReportingYear, asAt: PlainDate, measures: readonly Measure[]): YearFigures => ({
  name: year.name,
  span: isBefore(asAt, year.lastDay) ? `${longDate(year.firstDay)} to ${longDate(asAt)}` : year.name,
  firstDay: year.firstDay,
  asAt,
  measures: new Map(measures.map((measure) => [measure.id, measure])),
})
