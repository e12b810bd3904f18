import type { Located } from './finding.ts'
import { prints, rounded, shown } from './numbers.ts'
import { type Studied, located } from './studied.ts'

/** Rates per 10,000 that don't follow from the columns of children and population beside them. */
export function ratesInTables(studied: Studied): Located[] {
  return studied.grids.flatMap((grid) => {
    const column = (words: RegExp) => grid.heads.findIndex((head) => words.test(head))
    const [rate, population, count] = [
      column(/\brate\b|per 10,000/i),
      column(/\bpopulation\b/i),
      column(/\b(?:children|CLA|LAC|looked after|number)\b(?!.*(?:population|rate|per))/i),
    ]
    if (rate === -1 || population === -1 || count === -1 || new Set([rate, population, count]).size < 3) return []
    return grid.rows.flatMap((row): Located[] => {
      const [r, p, c] = [row.values[rate], row.values[population], row.values[count]]
      if (!r || !p || !c || p.value <= 0) return []
      const exact = (c.value / p.value) * 10_000
      if (prints(exact, r.value, r.decimals) || exact > r.value * 5 || exact < r.value / 5) return []
      return [
        located(studied, {
          at: row.row,
          place: grid.table.place,
          kind: 'rate-count',
          message: `${shown(c.value)} in a population of ${shown(p.value)} are ${rounded(exact, r.decimals)} per 10,000, not ${shown(r.value)}.`,
          computation: `${shown(c.value)} / ${shown(p.value)} x 10,000 = ${rounded(exact, r.decimals + 2)}`,
          expected: rounded(exact, r.decimals),
          severity: 'error',
          confidence: 0.88,
        }),
      ]
    })
  })
}
