import type { Located } from '../../finding.ts'
import { type Rule, located } from '../../studied.ts'
import { MONTHS } from '../../words/months.ts'

/** A month in a table of months that is of another year than those around it: `Jan 22`, `Feb 22`, `Mar 23`. */
export const monthSequence: Rule = (studied) =>
  studied.tables.flatMap((table): Located[] => {
    const months = table.rows.flatMap((row) => {
      const [first] = row.cells.filter(({ text }) => text.trim() !== '')
      const at = first ? monthOf(first.text) : null
      return at === null ? [] : [{ row, at, text: first?.text.trim() ?? '' }]
    })
    if (months.length < FEWEST) return []
    // Months in which nothing was are left out, and the others still follow each other within a year.
    const isInOrder = months.every(({ at }, index) => index === 0 || at > (months[index - 1]?.at ?? at))
    if (isInOrder && (months.at(-1)?.at ?? 0) - (months[0]?.at ?? 0) < 12) return []
    const wrong = months.filter(({ at }, index) => {
      const [before, after] = [months[index - 1], months[index + 1]]
      return (
        (before === undefined || before.at !== at - 1) &&
        (after === undefined || after.at !== at + 1) &&
        (before !== undefined || after !== undefined)
      )
    })
    const [one, other] = wrong
    if (!one || other) return []
    return [
      located(studied, {
        at: one.row,
        place: table.place,
        kind: 'date',
        message: `${one.text} does not follow the months around it.`,
        expected: null,
        severity: 'error',
        confidence: 0.88,
      }),
    ]
  })

const FEWEST = 5

/** A month of a year, counted from the year nought; null where no month and year stand there. */
function monthOf(text: string): number | null {
  const match = /^([a-z]{3,9})\.?[\s-]+(?:(?:19|20)(\d{2})|'?(\d{2}))$/i.exec(text.trim())
  const month = MONTHS.findIndex((name) => name.startsWith((match?.[1] ?? '-').toLowerCase().slice(0, 3)))
  return match === null || month === -1 ? null : Number(match[2] ?? match[3]) * 12 + month
}
