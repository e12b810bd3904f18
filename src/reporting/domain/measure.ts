import type { FigureValue } from '../../figures/figure.ts'
import type { PlainDate } from '../../kernel/dates.ts'

/** A number as it may be shown: itself, or `c`, hidden for confidentiality. */
export type Shown = number | 'c'

/** A figure's value as it may be shown. A `FigureValue` is one with nothing hidden. */
export interface Measure extends Omit<FigureValue, 'value' | 'numerator' | 'denominator' | 'leftOut' | 'breakdown'> {
  value: Shown | null
  numerator: Shown | null
  denominator: Shown | null
  leftOut: Shown | null
  /** `of`: those that are added up in one row, since each is hidden. */
  breakdown: readonly { key: string; label: string; value: Shown; of?: readonly { key: string; label: string }[] }[]
  /** What may be said of a percentage whose exact value is hidden; absent where nothing may, or nothing is hidden. */
  bound?: { side: 'more' | 'less'; percent: number }
}

/** The key of the row in which hidden rows are added up. */
export const JOINED = 'joined'

/** One year's figures. */
export interface YearFigures {
  /** `2022-23`. */
  name: string
  /** What is counted, in words: `2022-23`, or `1 April 2022 to 22 November 2022` of a year that is not over. */
  span: string
  firstDay: PlainDate
  /** The last day that is counted. */
  asAt: PlainDate
  measures: ReadonlyMap<string, Measure>
}

/** The figure with this id where the year has a value for it. */
export function valued(year: YearFigures | null, id: string): (Measure & { value: Shown }) | null {
  const measure = year?.measures.get(id)
  return measure && measure.value !== null ? { ...measure, value: measure.value } : null
}

/** The figure's number for a key; 0 for a key that it does not have; hidden where its rows are, or are joined in one. */
export function keyValue({ value, breakdown }: Measure, key: string): Shown {
  const item = breakdown.find((one) => one.key === key)
  if (item) return item.value
  const isHidden =
    breakdown.length === 0
      ? value !== 0 && value !== null
      : breakdown.some(({ of = [] }) => of.some((one) => one.key === key))
  return isHidden ? 'c' : 0
}

/** Whether something of the measure may be read: its value, what it is a share of, or a bound. */
export const tellsSomething = ({ unit, value, denominator, bound }: Measure): boolean =>
  unit === 'count' || value !== 'c' || denominator !== 'c' || bound !== undefined

/** How many of a percentage's records do not count. */
export function rest(measure: Measure): Shown {
  if (measure.numerator === 'c' || measure.denominator === 'c') return 'c'
  return (measure.denominator ?? 0) - (measure.numerator ?? 0)
}

/** A key's number as it may be shown: not 0 only because it is hidden, joined with others, or in a figure not divided. */
export function keyShown({ value, breakdown }: Measure, key: string): Shown {
  const item = breakdown.find((one) => one.key === key)
  if (item) return item.value
  const mayBeHidden = breakdown.length === 0 || breakdown.some((one) => one.key === JOINED)
  return value !== 0 && mayBeHidden ? 'c' : 0
}
