import { type ReportingYear, comparedTo, previousYear, reportingYear } from '../../calendar/reportingYear.ts'
import type { FigureRecord, FigureValue } from '../../figures/figure.ts'
import { type PlainDate, isBefore, longDate } from '../../kernel/dates.ts'
import type { OwnRule } from '../../settings/form/ownRules.ts'
import type { Settings } from '../../settings/settings.ts'
import { type Lateness, latenessOf } from './lateness.ts'
import type { Measure, YearFigures } from './measure.ts'
import { forPublication } from './disclosure/publish.ts'
import type { Rival } from './rivals.ts'
import { type Told, nothingTold } from './told.ts'
import type { Hiding } from './disclosure/search.ts'

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

/** A target, or a number of other authorities, that a figure stands beside. */
export interface Comparator {
  /** The figure's id. */
  figure: string
  /** A code of the register: `TARGET`, `ENGLAND`. */
  group: string
  value: number
  source: string
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
  /** The years before that, the latest first, as far as their returns follow one another; none of a year not over. */
  figuresEarlier: readonly (readonly FigureValue[])[]
  /** Of this year. */
  comparators: readonly Comparator[]
  /** The records of `reviews.on_time`. */
  reviews: readonly FigureRecord[]
  findings: readonly ReportedFindings[]
  returns: readonly ReturnUsed[]
  /** Whether the service's own registers add to what the return says. */
  hasRegisters: boolean
  settings: Settings
  /** The rules that the authority has set for itself; none unless given. */
  ownRules?: readonly OwnRule[]
  /** What people have entered for the report; nothing unless given. */
  told?: Told
  /** The steps of this edition on its way to the public, in words; none unless given. */
  steps?: readonly string[]
  /** The same records under other definitions; none unless given. */
  rivals?: readonly Rival[]
}

/** What a section is written from: the facts as they may be shown. */
export interface ReportYear {
  authority: { code: string; name: string }
  now: YearFigures
  before: YearFigures | null
  /** The years before that, oldest first. */
  earlier: readonly YearFigures[]
  comparators: readonly Comparator[]
  isWholeYear: boolean
  /** The reviews by month and days late; null where small numbers are hidden. */
  lateness: Lateness | null
  findings: readonly ReportedFindings[]
  returns: readonly ReturnUsed[]
  hasRegisters: boolean
  settings: Settings
  ownRules: readonly OwnRule[]
  areSmallNumbersHidden: boolean
  told: Told
  steps: readonly string[]
  /** The same records under other definitions; none where small numbers are hidden: two of them may give one away. */
  rivals: readonly Rival[]
}

/** The figures of each year that the report shows, the latest first: what a search for numbers to hide is made in. */
export const yearsOf = ({ figures, figuresBefore, figuresEarlier }: ReportFacts): (readonly FigureValue[])[] =>
  figuresBefore ? [figures, figuresBefore, ...figuresEarlier] : [figures]

/** The facts made ready for the sections. `hiding`: what a search hid of each of `yearsOf`; null where nothing is hidden. */
export function reportYearOf(facts: ReportFacts, hiding: readonly Hiding[] | null): ReportYear {
  const areSmallNumbersHidden = hiding !== null
  const before = facts.figuresBefore
  const yearBefore = previousYear(facts.year)
  const isWholeYear = !isBefore(facts.asAt, facts.year.lastDay)
  const values = yearsOf(facts)
  const shown = hiding ? forPublication(values, hiding) : values
  const [shownNow = [], shownBefore = [], ...shownEarlier] = shown
  return {
    authority: facts.authority,
    now: yearFigures(facts.year, facts.asAt, shownNow),
    before: before && yearFigures(yearBefore, comparedTo(facts.year, facts.asAt), shownBefore),
    earlier: shownEarlier.map((figures, index) => earlierYear(facts.year, 2 + index, figures)).reverse(),
    comparators: facts.comparators,
    isWholeYear,
    lateness: areSmallNumbersHidden ? null : latenessOf(facts.reviews),
    findings: facts.findings,
    returns: facts.returns,
    hasRegisters: facts.hasRegisters,
    settings: facts.settings,
    ownRules: facts.ownRules ?? [],
    areSmallNumbersHidden,
    told: facts.told ?? nothingTold,
    steps: facts.steps ?? [],
    rivals: areSmallNumbersHidden ? [] : (facts.rivals ?? []),
  }
}

function earlierYear(year: ReportingYear, yearsBefore: number, figures: readonly Measure[]): YearFigures {
  const one = reportingYear(year.startYear - yearsBefore)
  return yearFigures(one, one.lastDay, figures)
}

const yearFigures = (year: ReportingYear, asAt: PlainDate, measures: readonly Measure[]): YearFigures => ({
  name: year.name,
  span: isBefore(asAt, year.lastDay) ? `${longDate(year.firstDay)} to ${longDate(asAt)}` : year.name,
  firstDay: year.firstDay,
  asAt,
  measures: new Map(measures.map((measure) => [measure.id, measure])),
})
