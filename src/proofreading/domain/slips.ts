const digitsOf = (value: number): string =>
  value
    .toFixed(6)
    .replace(/\.?0+$/, '')
    .replace('.', '')

/** Whether one number may be a slip of the other: its digits in another order, or one of them another. */
export function isSlip(one: number, other: number): boolean {
  const [digits, others] = [digitsOf(one), digitsOf(other)]
  if (one === other || digits.length !== others.length || digits.length < 2) return false
  const isTurned = Array.from(digits).toSorted().join('') === Array.from(others).toSorted().join('')
  const differing = Array.from(digits).filter((digit, at) => digit !== others[at]).length
  return isTurned || differing === 1
}
