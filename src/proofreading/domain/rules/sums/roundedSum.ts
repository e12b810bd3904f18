import { isSame, shown } from '../../numbers.ts'
import type { Studied } from '../../studied.ts'
import type { Pair } from '../../words/pairs.ts'

/** Says where two rows of a table add up to the count and, in rounded shares, to the percentage; null where none do. */
export function roundedSum({ grids }: Studied, { count, percent }: Pair): string | null {
  for (const { rows } of grids) {
    const shares = rows.flatMap(({ label, values, isTotal }) => {
      const [whole, share] = [
        values.find((value) => value?.unit === 'count'),
        values.find((value) => value?.unit === 'percent'),
      ]
      return whole && share && !isTotal ? [{ label, count: whole.value, share: share.value }] : []
    })
    for (const [index, one] of shares.entries()) {
      const other = shares
        .slice(index + 1)
        .find(
          (candidate) =>
            isSame(one.count + candidate.count, count.value) && isSame(one.share + candidate.share, percent.value),
        )
      if (other) return ` It is the sum of two rounded shares, ${shown(one.share)}% and ${shown(other.share)}%.`
    }
  }
  return null
}
