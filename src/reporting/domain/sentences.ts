import { areAlike } from '../../figures/alike.ts'
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

/** `184 of 188 reviews (97.9%)`: a share with its counts, always. */
export function shareText(part: Shown, whole: Shown, one: string, many = `${one}s`): string {
  const counts = `${numberText(part)} of ${countText(whole, one, many)}`
  return part === 'c' || whole === 'c' ? counts : `${counts} (${percentText(part, whole)})`
}

/** `184 of 188`: what a percentage is made of. */
export const partsText = (measure: Measure): string =>
  `${numberText(measure.numerator ?? 0)} of ${numberText(measure.denominator ?? 0)}`

/** A percentage's `184 of 188 reviews (97.9%)`. */
export const percentageText = (measure: Measure, one: string, many = `${one}s`): string =>
  shareText(measure.numerator ?? 0, measure.denominator ?? 0, one, many)

/** A figure's value alone: `97.9%`, `188`, `c`, `not available`. */
export function measureValue(measure: Measure): string {
  if (measure.value === null) return 'not available'
  return measure.value === 'c' ? 'c' : valuePrinted(measure.value, measure.unit, measure.decimals)
}

/**
 * `5 more`, `2.3 percentage points higher`, `no change`; null where either year has no number to show, or where so much is
 * left out of one that it tells of another cohort.
 */
export function changeText(now: Measure, before: Measure | null): string | null {
  if (!before || now.value === null || before.value === null) return null
  if (now.value === 'c' || before.value === 'c' || !areAlike(now, before)) return null
  return changePrinted(now.value, before.value, now.unit, now.decimals)
}

/** `+5`, `−0.8 points`, `0`: the same difference for a table's column; null where either year has no number to show. */
export function signedChangeText(now: Measure, before: Measure | null): string | null {
  if (!before || now.value === null || before.value === null) return null
  return now.value === 'c' || before.value === 'c' || !areAlike(now, before)
    ? null
    : signed(now.value - before.value, now.decimals, now.unit === 'percent' ? ' points' : '')
}

/** `+5`, `−3`, `0`, with what it is measured in. */
export function signed(difference: number, decimals = 0, unit = ''): string {
  const size = rounded(Math.abs(difference), decimals)
  if (/^[0.]+$/.test(size)) return '0'
  return `${difference > 0 ? '+' : '−'}${size}${unit}`
}

/**
 * A sentence that sets a figure beside last year's: `That is 5 more than on 31 March 2022 (64).` Empty where there is
 * nothing to compare with.
 */
export function comparedWith(now: Measure, before: Measure | null, when: string): string {
  if (before && now.value !== null && before.value !== null && !areAlike(now, before)) {
    return `There is no comparison with the share ${when}: in one of the two years too many are left out to compare like with like.`
  }
  const change = changeText(now, before)
  if (!before || change === null) return ''
  const subject = now.unit === 'percent' ? 'The share' : 'That'
  const value = measureValue(before)
  const then = before.unit === 'percent' ? `${value}, ${partsText(before)}` : value
  if (change !== 'no change') return `${subject} is ${change} than ${when} (${then}).`
  return `${subject} is ${now.value === before.value ? 'the same as' : 'about the same as'} ${when} (${then}).`
}

/** What one record more or less would change where a share rests on few; empty where it does not. */
export function smallNumberText(measure: Measure, one: string): string {
  const whole = measure.denominator
  if (whole === null || whole === 'c' || whole === 0 || whole >= SMALL_DENOMINATOR) return ''
  return `This share rests on a small number: one ${one} more or fewer would change it by ${rounded(100 / whole, 1)} percentage points.`
}

/**
 * The largest keys of a breakdown with their shares, after the words that fit one or several: `The most common reasons
 * were “Returned home” (11 of 40, 27.5%) and “Moved abroad” (4 of 40, 10.0%).` Empty where there is none to name.
 */
export function mostCommonText(measure: Measure, most: number, one: string, many: string): string {
  const whole = measure.value ?? 0
  const largest = largestKeys(measure, most).map(
    ({ label, value }) => `“${label}” (${numberText(value)} of ${numberText(whole)}, ${percentText(value, whole)})`,
  )
  return largest.length === 0 ? '' : `${largest.length === 1 ? one : many} ${listed(largest)}.`
}

/** The largest keys of a breakdown, largest first, without hidden ones and zeros. */
const largestKeys = (measure: Measure, most: number): { key: string; label: string; value: number }[] =>
  measure.breakdown
    .flatMap(({ key, label, value }) => (value === 'c' || value === 0 ? [] : [{ key, label, value }]))
    .sort((a, b) => b.value - a.value)
    .slice(0, most)
