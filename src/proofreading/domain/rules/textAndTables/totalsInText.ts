import type { Located } from '../../finding.ts'
import type { Grid } from '../../grid.ts'
import { gridsNear } from '../../near.ts'
import { shown } from '../../numbers.ts'
import { isSlip } from '../../slips.ts'
import { type Rule, located } from '../../studied.ts'
import { after, before, countsIn } from '../../words/around.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { timesPrinted } from '../../words/timesPrinted.ts'

/** `In the year 132 children left (see Table 6)`, where the total of the table is 123: a slip of the only total of the table that the sentence names. */
export const totalsInText: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading' || !NAMED.test(sentence.text)) return []
    const [count, other] = countsIn(sentence).filter((one) => isOfAll(sentence, one))
    const [grid, another] = gridsNear(studied, sentence)
    const total = grid && !another ? onlyTotal(grid) : null
    if (!count || other || !total || !grid || !isSlip(count.value, total.value)) return []
    // A number that another table or sentence has too is told of something else.
    if ((timesPrinted(studied).get(count.value) ?? 0) > 1) return []
    return [
      located(studied, {
        at: sentence,
        also: total.row,
        place: sentence.passage.place,
        kind: 'text-table',
        message: `The total of ${grid.table.place} is ${shown(total.value)}, and ${count.text} is given here.`,
        computation: `${count.text} against ${shown(total.value)}`,
        expected: shown(total.value),
        severity: 'error',
        confidence: 0.83,
      }),
    ]
  })

const NAMED = /\btable\s+(?:[A-Z]\d?|\d{1,2})\b/i
const LEAST = 20
/** Others, parts and changes are not all of the table. */
const PART =
  /\b(?:of(?: whom| which)?|than|from|by|another|further|other|aged|average|target|increase|decrease|up|down|last year|previous)\s+(?:the |these |those |our )?$/i

const isOfAll = (sentence: Sentence, count: Quantity): boolean =>
  count.value >= LEAST &&
  !count.isApproximate &&
  count.decimals === 0 &&
  !PART.test(before(sentence, count)) &&
  !/^\s*(?:more|fewer|less|higher|lower|\(\d)/i.test(after(sentence, count))

/** The total of a table that has one column of counts. */
function onlyTotal({ rows }: Grid): { value: number; row: Grid['rows'][number]['row'] } | null {
  const totals = rows.filter(({ isTotal, label }, at) => isTotal || (label === '' && at === rows.length - 1))
  const counts = totals.flatMap(({ values, row }) =>
    values.flatMap((value) => (value?.unit === 'count' ? [{ value: value.value, row }] : [])),
  )
  const [only, other] = counts
  return only && !other ? only : null
}
