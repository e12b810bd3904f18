import { counted } from '../kernel/words.ts'
import type { BreakdownItem, FigureUnit, FigureValue } from './figure.ts'

/**
 * `97.9`: a number rounded half up (away from zero) to so many decimals, with a comma at the thousands. The only
 * place that rounds: what is rounded here is never added to or rounded again.
 */
export function rounded(value: number, decimals: number): string {
  // 1.005 x 100 is 100.49999999999999 in binary: twelve digits bring back the half that is meant.
  const scaled = Number((Math.abs(value) * 10 ** decimals).toPrecision(12))
  const size = Math.floor(scaled + 0.5) / 10 ** decimals
  return formatWith(decimals).format(value < 0 ? -size : size)
}

const formats = new Map<number, Intl.NumberFormat>()

/** Made once: making a format costs many times what using it does. */
function formatWith(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals)
  if (known) return known
  const made = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  })
  formats.set(decimals, made)
  return made
}

/** How many decimals a percentage needs for quick reading: none, unless nearly all would read as all, or hardly any as none. */
export const plainDecimals = (percent: number): 0 | 1 =>
  percent > 0 && percent < 100 && /^(?:0|100)$/.test(rounded(percent, 0)) ? 1 : 0

/** `97.9%`: the share that `part` is of `whole`, or `null` of nothing. */
export function sharePrinted(part: number, whole: number, decimals = 1): string | null {
  return whole === 0 ? null : `${rounded((100 * part) / whole, decimals)}%`
}

/** `188`, `97.9%`, `2.77`: a value as people read it. */
export function valuePrinted(value: number, unit: FigureUnit, decimals: number): string {
  return `${rounded(value, decimals)}${unit === 'percent' ? '%' : ''}`
}

/** `184 of 188`: what a percentage is made of; null for anything else. */
export function partsPrinted(figure: FigureValue): string | null {
  if (figure.unit !== 'percent' || figure.numerator === null || figure.denominator === null) return null
  return `${rounded(figure.numerator, 0)} of ${rounded(figure.denominator, 0)}`
}

/** `12`, `36.4%, 12 of 33`: one line of a breakdown. */
export function itemPrinted({ value, numerator, denominator }: BreakdownItem, decimals: number): string {
  return numerator === undefined || denominator === undefined
    ? rounded(value, 0)
    : `${valuePrinted(value, 'percent', decimals)}, ${rounded(numerator, 0)} of ${rounded(denominator, 0)}`
}

/**
 * `5 more`, `2.3 percentage points lower`, `no change`: the difference from `before` to `now` in words, worked out
 * before rounding. A difference that rounds to nothing is `no change`.
 */
export function changePrinted(now: number, before: number, unit: FigureUnit, decimals: number): string {
  const difference = now - before
  const size = rounded(Math.abs(difference), decimals)
  if (Number(size.replaceAll(',', '')) === 0) return 'no change'
  switch (unit) {
    case 'count':
      return `${size} ${difference > 0 ? 'more' : 'fewer'}`
    case 'number':
      return `${size} ${difference > 0 ? 'higher' : 'lower'}`
    case 'percent':
      return `${points(size)} ${difference > 0 ? 'higher' : 'lower'}`
  }
}

const points = (size: string): string => (size === '1' ? counted(1, 'percentage point') : `${size} percentage points`)
