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

/** The numbers of which one, with so many decimals, may be a slip. */
export function slipsOf(value: number, decimals: number): number[] {
  const digits = Array.from(value.toFixed(decimals).replace('.', ''))
  if (digits.length < 2) return []
  const numberOf = (all: readonly string[]) => Number((Number(all.join('')) / 10 ** decimals).toFixed(decimals))
  const others = digits.flatMap((digit, at) =>
    Array.from('0123456789').flatMap((other) => (other === digit ? [] : [numberOf(digits.with(at, other))])),
  )
  const turned = digits.slice(1).map((digit, at) => numberOf(digits.with(at, digit).with(at + 1, digits[at] ?? '')))
  return [...new Set([...others, ...turned])].filter((one) => one !== value)
}
