import type { FigureValue } from '../../figures/figure.ts'
import type { PlainDate } from '../../kernel/dates.ts'

/** Of whom figures are, and as they were known when. */
export interface FiguresOf {
  authority: string
  /** `2022-23`. */
  year: string
  asAt: PlainDate
  /** A time of recording: `2026-11-22T10:00:00Z`. */
  knownAt: string
}

/** Figures in the words of the contract, as `footprint figures --format json` prints them. */
export const figuresJson = ({ authority, year, asAt, knownAt }: FiguresOf, values: readonly FigureValue[]): string =>
  inJson({ authority, year, asAt: asAt.toString(), knownAt, figures: values.map(figureAsJson) })

/** What does not apply is left out. */
const figureAsJson = (value: FigureValue) => ({
  id: value.id,
  label: value.label,
  unit: value.unit,
  value: value.value,
  ...(value.reason !== null && { reason: value.reason }),
  ...(value.numerator !== null && { numerator: value.numerator }),
  ...(value.denominator !== null && { denominator: value.denominator }),
  ...(value.leftOut !== null && { leftOut: value.leftOut }),
  ...(value.breakdown.length > 0 && { breakdown: value.breakdown }),
})

/** As commands print JSON. */
export const inJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`
