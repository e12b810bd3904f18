import type { PlainDate } from '../kernel/dates.ts'

/** `count`: records; `percent`: records that count among those; `number`: a rate or mean with its own sum. */
export type FigureUnit = 'count' | 'percent' | 'number'

/** What there is to show of a record: label to value. */
export type RecordDetail = Readonly<Record<string, string | number | boolean | null>>

/**
 * One record behind a figure. The number of records is the figure's denominator, the number of those that count its
 * numerator.
 */
export interface FigureRecord {
  child: string
  /** What the record is: `review`, `child`, `period of care`. */
  kind: string
  /** The day it is about: the review held, the period's start, the year end. */
  date: PlainDate
  /** The due date it is judged by, where there is one. */
  due: PlainDate | null
  counts: boolean
  /** What it adds to a sum or a mean, where the figure is one: full-time equivalents, children for each of them. */
  amount?: number
  /** The key it falls under, where the figure has a breakdown. */
  key: string | null
  /** More to show of it. Asked only by who opens the figure: to word it takes longer than to count. */
  detail: () => RecordDetail
}

/** How a figure divides: its keys in the order in which people read them, with their words. */
export interface Breakdown {
  /** The keys in reading order; a key that turns up and is not among them comes after, in order of code. */
  order: readonly string[]
  label: (key: string) => string
}

/** What a figure that divides by something other than its records divides by: `population`, `children`. */
export interface Denominator {
  value: number
  label: string
}

/** What a figure is called, and how it is counted, in words. */
export interface FigureWording {
  label: string
  /** Which records, which of them count, what is left out. */
  definition: string
}

/** A figure's definition: the records it is about, which of them count, how they break down. The one source of all. */
export interface Figure<World> extends FigureWording {
  /** The id of `kpi-definitions`: `reviews.on_time`. */
  id: string
  /** The subject under which it is listed. */
  area: string
  unit: FigureUnit
  /** What is worded otherwise in this world: after the day of its count, after a setting. */
  wording?: (world: World) => Partial<FigureWording & Pick<Figure<World>, 'area'>>
  /** Where the definition comes from. */
  source: string
  /** The records. A string instead is the reason why it can't be computed. */
  records: (world: World) => readonly FigureRecord[] | string
  /** How many records are in neither part, since what they turn on is not known. */
  leftOut?: (world: World) => number
  breakdown?: Breakdown
  /** Only for unit `number`: the value is the number of records that count, times `per`, over this. */
  per?: number
  denominator?: (world: World) => Denominator | string
  /** Only for unit `number` without a denominator: the value worked out from the records themselves, a sum or a mean. */
  aggregate?: (records: readonly FigureRecord[]) => number
  /** How many decimals a reader wants; percentages have 1 unless said otherwise, counts 0. */
  decimals?: number
  /** Whether more is better, for the reader of a change; null where neither is. */
  betterWhen: 'higher' | 'lower' | null
  /** Its place among the few that a director reads first, a lower number first; none for the others. */
  standsFirst?: number
  /** Over which days it counts; those of the year, or of any other time that is asked for, unless said otherwise. */
  countedOver?: CountedOver
  /** Counts the changes of its definition; 1 unless said otherwise. */
  version?: number
}

/**
 * `day`: people or things as they are on the day of the count, however many days lie before it. `year`: rows that a
 * return gives once a year, of which there are none for a month.
 */
export type CountedOver = 'days' | 'day' | 'year'

/** One line of a breakdown. Of a percentage, `value` is the share of the line's own records, with the parts it comes from. */
export interface BreakdownItem {
  key: string
  label: string
  numerator?: number
  denominator?: number
  value: number
}

/** A figure's value with the parts it comes from. `value` null carries its `reason`. */
export interface FigureValue {
  id: string
  area: string
  label: string
  unit: FigureUnit
  value: number | null
  reason: string | null
  /** For a percentage and a number; null otherwise. */
  numerator: number | null
  denominator: number | null
  /** How many records are in neither part, since what they turn on is not known; null where the figure has no such. */
  leftOut: number | null
  /** Empty where the figure has no breakdown. */
  breakdown: readonly BreakdownItem[]
  definition: string
  source: string
  decimals: number
  betterWhen: 'higher' | 'lower' | null
  /** Of the definition. */
  version: number
}

/** These figures, all counted over this unless one of them says otherwise. */
export const allCountedOver = <World>(over: CountedOver, figures: readonly Figure<World>[]): Figure<World>[] =>
  figures.map((figure) => ({ ...figure, countedOver: figure.countedOver ?? over }))
