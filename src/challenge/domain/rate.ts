import { rounded } from '../../figures/print.ts'

/** A rate with the interval in which the true one lies, 95 times in 100. */
export interface Rate {
  value: number
  from: number
  to: number
}

/** The normal deviate for 95 in 100. */
const Z = 1.96

/**
 * A count per `per` of a population, with its 95% interval by Byar's approximation, which holds for small counts too
 * (Breslow and Day, 1987; as English public health statistics use it). Null without a population.
 */
export function rateOf(count: number, population: number, per: number): Rate | null {
  if (population <= 0) return null
  const rate = (number: number) => (number / population) * per
  return { value: rate(count), from: rate(lower(count)), to: rate(upper(count)) }
}

const lower = (count: number): number =>
  count === 0 ? 0 : count * (1 - 1 / (9 * count) - Z / (3 * Math.sqrt(count))) ** 3

const upper = (count: number): number => (count + 1) * (1 - 1 / (9 * (count + 1)) + Z / (3 * Math.sqrt(count + 1))) ** 3

/** `4.2 (2.1 to 7.5)`: a rate with its interval. */
export const rateWords = (rate: Rate | null): string =>
  rate === null ? 'not known' : `${rounded(rate.value, 1)} (${rounded(rate.from, 1)} to ${rounded(rate.to, 1)})`
