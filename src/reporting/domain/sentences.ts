import { isMoreThanChance } from '../../figures/chance.ts'
import { areAlike } from '../../figures/alike.ts'
import { changePrinted, rounded, sharePrinted, valuePrinted } from '../../figures/print.ts'
import { listed } from '../../kernel/words.ts'
import { JOINED, type Measure, type Shown, rest } from './measure.ts'

/** A share of fewer than this is printed without decimals and not set beside another year's: one record moves it by 10 points. */
const FEWEST_FOR_DECIMALS = 10

/** `1,234`, or `c`. */
export const numberText = (number: Shown): string => (number === 'c' ? 'c' : rounded(number, 0))

/** `1 review`, `4 reviews`, `c reviews`. */
export const countText = (count: Shown, one: string, many = `${one}s`): string =>
  `${numberText(count)} ${count === 1 ? one : many}`

/** The same at the start of a sentence, where none is `No review`. */
export const countAtStart = (count: Shown, one: string, many = `${one}s`): string =>
  count === 0 ? `No ${one}` : countText(count, one, many)

/** The verb that agrees: `was` for one, `were` for any other number. */
export const agreeing = (count: Shown, one: string, many: string): string => (count === 1 ? one : many)

const decimalsOf = (whole: Shown | null, decimals: number): number =>
  typeof whole === 'number' && whole < FEWEST_FOR_DECIMALS ? 0 : decimals

/** `97.9%`, `c`, or `not applicable` where the whole is nothing. Of fewer than 10, without decimals. */
export function percentText(part: Shown, whole: Shown, decimals = 1): string {
  if (part === 'c' || whole === 'c') return 'c'
  return sharePrinted(part, whole, decimalsOf(whole, decimals)) ?? 'not applicable'
}

/** `184 of 188 reviews (97.9%)`: a share with its counts, always. */
export function shareText(part: Shown, whole: Shown, one: string, many = `${one}s`, decimals = 1): string {
  const counts = `${numberText(part)} of ${countText(whole, one, many)}`
  return part === 'c' || whole === 'c' ? counts : `${counts} (${percentText(part, whole, decimals)})`
}

/** `184 of 188`: what a percentage is made of. */
export const partsText = (measure: Measure): string =>
  `${numberText(measure.numerator ?? 0)} of ${numberText(measure.denominator ?? 0)}`

/**
 * A sentence about a percentage, made around its `184 of 188 reviews (97.9%)`; around `97% or more of 188 reviews` where
 * the exact share is hidden but its bound is not; empty where there is nothing to tell.
 */
export function shareSentence(
  measure: Measure,
  [one, many]: readonly [one: string, many: string],
  sentence: (amount: string, agree: (one: string, many: string) => string) => string,
): string {
  const { value, numerator, denominator, bound, decimals } = measure
  if (value === null) return ''
  if (value !== 'c') {
    const [part, whole] = [numerator ?? 0, denominator ?? 0]
    return sentence(shareText(part, whole, one, many, decimals), (singular, plural) =>
      // “0 of 1 review was”: the verb stands beside the noun.
      agreeing(whole === 1 ? whole : part, singular, plural),
    )
  }
  return bound && denominator !== null && denominator !== 'c'
    ? sentence(`${boundText(bound)} of ${countText(denominator, one, many)}`, (_, plural) => plural)
    : ''
}

const boundText = ({ side, percent }: NonNullable<Measure['bound']>): string => `${percent}% or ${side}`

/** How many of a percentage's records do not count, where it may be shown; null where it is hidden. */
export function restShown(measure: Measure): number | null {
  const left = rest(measure)
  return left === 'c' ? null : left
}

/** A figure's value alone: `97.9%`, `188`, `97% or more`, `c`, `not available`. */
export function measureValue(measure: Measure): string {
  if (measure.value === null) return 'not available'
  if (measure.value === 'c') return measure.bound ? boundText(measure.bound) : 'c'
  const decimals = measure.unit === 'percent' ? decimalsOf(measure.denominator, measure.decimals) : measure.decimals
  return valuePrinted(measure.value, measure.unit, decimals)
}

/** Whether both years tell of cohorts alike and large enough to set side by side. */
const areComparable = (now: Measure, before: Measure): boolean =>
  areAlike(now, before) && (now.unit !== 'percent' || [now, before].every(restsOnEnough))

const restsOnEnough = ({ denominator }: Measure): boolean =>
  typeof denominator !== 'number' || denominator >= FEWEST_FOR_DECIMALS

/**
 * `5 more`, `2.3 percentage points higher`, `no change`; null where either year has no number to show, where so much is
 * left out of one that it tells of another cohort, or where a share is of too few.
 */
export function changeText(now: Measure, before: Measure | null): string | null {
  if (!before || now.value === null || before.value === null) return null
  if (now.value === 'c' || before.value === 'c' || !areComparable(now, before)) return null
  return changePrinted(now.value, before.value, now.unit, now.decimals)
}

/** `+5`, `−0.8 points`, `0`: the same difference for a table's column; null where there is none to show. */
export function signedChangeText(now: Measure, before: Measure | null): string | null {
  if (!before || now.value === null || before.value === null) return null
  return now.value === 'c' || before.value === 'c' || !areComparable(now, before)
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
  if (change !== 'no change') return `${subject} is ${change} than ${when} (${then}).${chanceText(now, before)}`
  return `${subject} is ${now.value === before.value ? 'the same as' : 'about the same as'} ${when} (${then}).`
}

/** Whether the change of a share is more than chance alone would give; null where nobody can tell, or it is no share. */
export function isChangeReal(now: Measure, before: Measure): boolean | null {
  const share = ({ unit, numerator, denominator }: Measure) =>
    unit === 'percent' && typeof numerator === 'number' && typeof denominator === 'number'
      ? { numerator, denominator }
      : null
  const [shareNow, shareBefore] = [share(now), share(before)]
  return shareNow && shareBefore && areComparable(now, before) ? isMoreThanChance(shareNow, shareBefore) : null
}

/** What may be said of chance behind a comparison of shares; empty where nothing may. */
function chanceText(now: Measure, before: Measure): string {
  const isReal = isChangeReal(now, before)
  if (isReal === null || now.value === before.value) return ''
  return isReal
    ? ' That is a larger difference than chance alone would give.'
    : ' Chance alone could give a difference of this size.'
}

/** How a sentence about the groups of a figure begins. */
export interface GroupsWording {
  /** Where all are in one: `On 31 March 2023 all were in one group:`. */
  all: string
  /** Before one: `The largest group was`. */
  one: string
  /** Before several: `The largest groups were`. */
  several: string
}

/**
 * The largest keys of a breakdown with their shares: `The most common reasons were “Returned home” (11 of 40, 27.5%) and
 * “Moved abroad” (4 of 40, 10.0%).` Names only keys that are surely larger than every other, hidden ones included; empty
 * where there is none, as where all are equal.
 */
export function mostCommonText(measure: Measure, most: number, wording: GroupsWording): string {
  const whole = measure.value
  if (whole === null || whole === 'c' || whole < 2) return ''
  const groups = measure.breakdown.filter(({ value }) => value !== 0)
  const named = largestKeys(measure, whole, most)
  const texts = named.map(
    ({ label, value }) => `“${label}” (${numberText(value)} of ${numberText(whole)}, ${percentText(value, whole)})`,
  )
  if (texts.length === 0) return ''
  if (groups.length === 1) return `${wording.all} “${named[0]?.label ?? ''}”.`
  return `${texts.length === 1 ? wording.one : wording.several} ${listed(texts)}.`
}

/** The largest keys, largest first, as long as each is sure to be larger than all that are not named. */
function largestKeys(measure: Measure, whole: number, most: number): { label: string; value: number }[] {
  const shown = measure.breakdown
    .flatMap(({ key, label, value }) => (value === 'c' || value === 0 || key === JOINED ? [] : [{ label, value }]))
    .sort((a, b) => b.value - a.value)
  // All that is hidden may be one key.
  const hidden = whole - shown.reduce((sum, { value }) => sum + value, 0)
  if (hidden === 0 && shown.length === 1) return shown
  const isSurelyLarger = (place: number): boolean => {
    const value = shown[place]?.value ?? 0
    return value > hidden && value > (shown[place + 1]?.value ?? 0) && (hidden > 0 || place + 1 < shown.length)
  }
  for (let count = Math.min(most, shown.length); count > 0; count--) {
    if (isSurelyLarger(count - 1)) return shown.slice(0, count)
  }
  return []
}
