/** Room for numbers that a computer holds a little off. */
const HAIR = 1e-9

/** Whether `exact` can be printed as `printed` with that many decimals; a tie may go either way. */
export const prints = (exact: number, printed: number, decimals: number): boolean =>
  Math.abs(exact - printed) <= 0.5 * 10 ** -decimals + HAIR

/** Whether `printed` is `exact` with the further decimals cut off instead of rounded. */
export const isCut = (exact: number, printed: number, decimals: number): boolean =>
  exact - printed > 0.5 * 10 ** -decimals + HAIR && exact - printed < 10 ** -decimals

/** A number as a reader expects it: `1,758`, `83.78`. */
export const shown = (value: number, decimals = 2): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: decimals })

/** A number with exactly so many decimals, rounded half up. */
export const rounded = (value: number, decimals: number): string =>
  ((Math.floor(Math.abs(value) * 10 ** decimals + 0.5 + HAIR) / 10 ** decimals) * Math.sign(value)).toLocaleString(
    'en-GB',
    {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    },
  )

/** The sum. */
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Whether two sums are the same but for what a computer holds a little off. */
export const isSame = (one: number, other: number): boolean => Math.abs(one - other) < 1e-6

/** Whether a number is the sum or the difference of two of these. */
export const isOfTwo = (value: number, others: readonly number[]): boolean =>
  others.some((one, at) =>
    others.slice(at + 1).some((other) => isSame(one + other, value) || isSame(Math.abs(one - other), value)),
  )
