import { changePrinted, rounded, sharePrinted, valuePrinted } from '../../figures/print.ts'
import { listed } from '../../kernel/words.ts'
import type { Measure, Shown } from './measure.ts'

/** A share of fewer than this is said to rest on a small number. */
const SMALL_DENOMINATOR = 30

/** `1,234`, or `c`. */
export const numberText = (number: Shown): string => (number === 'c' ? 'c' : rounded(number, 0))

/** `1 review`, `4 reviews`, `c reviews`. */
export const countText = (count: Shown, one: string, many = `${one}s`): string =>
  `${numberText(count)} ${count === 1 ? one : many}`

/** The verb that agrees: `was` for one, `were` for any other number. */
export const agreeing = (count: Shown, one: string, many: string): string => (count === 1 ? one : many)

/** `97.9%`, `c`, or `not applicable` where the whole is nothing. */
export function percentText(part: Shown, whole: Shown): string {
  if (part === 'c' || whole === 'c') return 'c'
  return sharePrinted(part, whole) ?? 'not applicable'
}

/** `184 of 188 (97.9%)`: a share with its counts, always. */
export function shareText(part: Shown, whole: Shown): string {
  if (part === 'c' || whole === 'c') return `${numberText(part)} of ${numberText(whole)}`
  return `${numberText(part)} of ${numberText(whole)} (${percentText(part, whole)})`
}

/** `184 of 188`: what a percentage is made of. */
export const partsText = (measure: Measure): string =>
  `${numberText(measure.numerator ?? 0)} of ${numberText(measure.denominator ?? 0)}`

/** A percentage's `184 of 188 (97.9%)`, or any other figure's value. */
export function measureText(measure: Measure): string {
  if (measure.unit === 'percent') return shareText(measure.numerator ?? 0, measure.denominator ?? 0)
  return measureValue(measure)
}

/** A figure's value alone: `97.9%`, `188`, `c`, `not available`. */
export function measureValue(measure: Measure): string {
  if (measure.value === null) return 'not available'
  return measure.value === 'c' ? 'c' : valuePrinted(measure.value, measure.unit, measure.decimals)
}

/** `5 more`, `2.3 percentage points higher`, `no change`; null where either year has no number to show. */
export function changeText(now: Measure, before: Measure | null): string | null {
  if (!before || now.value === null || before.value === null) return null
  if (now.value === 'c' || before.value === 'c') return null
  return changePrinted(now.value, before.value, now.unit, now.decimals)
}

/**
 * The end of a sentence that sets a figure beside last year's: `, 5 more than in 2021-22 (64)`. Empty where there is
 * nothing to compare with.
 */
export function comparedWith(now: Measure, before: Measure | null, when: string): string {
  const change = changeText(now, before)
  if (!before || change === null) return ''
  const then = measureText(before)
  return change === 'no change' ? `, the same as ${when} (${then})` : `, ${change} than ${when} (${then})`
}

/** What one record more or less would change where a share rests on few; empty where it does not. */
export function smallNumberText(measure: Measure, one: string): string {
  const whole = measure.denominator
  if (whole === null || whole === 'c' || whole === 0 || whole >= SMALL_DENOMINATOR) return ''
  return `This share rests on a small number: one ${one} more or fewer would change it by ${rounded(100 / whole, 1)} percentage points.`
}

/** The largest keys of a breakdown with their shares: `a (14 of 40, 35.0%) and b (11 of 40, 27.5%)`. */
export function mostCommonText(measure: Measure, most: number): string {
  const whole = measure.value ?? 0
  const largest = measure.breakdown
    .flatMap((item) => (item.value === 'c' || item.value === 0 ? [] : [{ ...item, size: item.value }]))
    .sort((a, b) => b.size - a.size)
    .slice(0, most)
  return listed(
    largest.map(
      (item) => `“${item.label}” (${numberText(item.size)} of ${numberText(whole)}, ${percentText(item.size, whole)})`,
    ),
  )
}
