import type { Located } from '../../finding.ts'
import type { Grid, GridRow } from '../../grid.ts'
import { isSame, shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'

/** Rows of a table that are the two halves of another: `held 505, within timescale 499, outside of timescale 9`. */
export const oppositeRows: Rule = (studied) =>
  studied.grids.flatMap((grid) =>
    grid.heads.flatMap((_, column): Located[] => {
      const [whole, inTime, late] = [wholeOf(grid), only(grid, isInTime), only(grid, isLate)]
      const [all, one, other] = [whole, inTime, late].map((row) => row?.values[column])
      if (!whole || !late || !all || !one || !other || [all, one, other].some(({ unit, decimals }) => unit !== 'count' || decimals > 0)) return []
      const sum = one.value + other.value
      if (isSame(sum, all.value) || one.value > all.value * FAR || sum < all.value * (2 - FAR)) return []
      return [
        located(studied, {
          at: late.row,
          also: whole.row,
          place: grid.table.place,
          kind: 'sum',
          message: `Those in time and those late are ${shown(sum)} together, and “${whole.label}” is ${shown(all.value)}.`,
          computation: `${shown(one.value)} + ${shown(other.value)} = ${shown(sum)}, not ${shown(all.value)}`,
          expected: shown(all.value - one.value),
          severity: 'error',
          confidence: 0.86,
        }),
      ]
    }),
  ) // prettier-ignore

const FAR = 1.25
const LATE = /\b(?:outside|late|out of time|overdue|not (?:held |completed |undertaken )?(?:with)?in)\b/i
const IN_TIME = /\b(?:with)?in (?:the |statutory )*time\w*|\bon time\b/i
const isLate = ({ label }: GridRow): boolean => LATE.test(label) && !NARROWED.test(label)
const isInTime = ({ label }: GridRow): boolean => IN_TIME.test(label) && !LATE.test(label) && !NARROWED.test(label)
const NARROWED =
  /%|per\s?cent|\b(?:first|second|third|initial|child protection|conference|foster|pathway|minutes|records?|letters?|reports?|days|cafcass)\b/i
const WHOLE = /\b(?:total|all|number of|held|undertaken|completed|chaired)\b/i

const only = ({ rows }: Grid, is: (row: GridRow) => boolean): GridRow | null => {
  const [row, other] = rows.filter(is)
  return row && !other ? row : null
}
const wholeOf = (grid: Grid): GridRow | null =>
  only(
    grid,
    (row) =>
      WHOLE.test(row.label) &&
      /\breviews?\b/i.test(row.label) &&
      !isLate(row) &&
      !isInTime(row) &&
      !NARROWED.test(row.label),
  )
