import type { Located } from '../../finding.ts'
import type { Grid } from '../../grid.ts'
import { gridsNear, looselyNamed } from '../../near.ts'
import { isSame } from '../../numbers.ts'
import { type Rule, type Said, located } from '../../studied.ts'
import { before, countsIn } from '../../words/around.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `the busiest month was November (14)`, where the 14 of the table is July’s: a number in brackets after another name. */
export const namedBeside: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading') return []
    return countsIn(sentence).flatMap((count): Located[] => {
      const words = nameBefore(sentence, count)
      if (words === null || count.value < LEAST || count.isApproximate) return []
      const said = gridsNear(studied, sentence).flatMap((grid) => [
        ...wrongIn(grid, words, count, rowNames(grid)),
        ...wrongIn(grid, words, count, columnNames(grid)),
      ])
      const [only, other] = said
      return only && !other ? [located(studied, { ...only, at: sentence, place: sentence.passage.place })] : []
    })
  })

/** Smaller numbers are in many rows. */
const LEAST = 10

/** The words before a number that begins a bracket, where the bracket holds nothing else but what is counted. */
function nameBefore(sentence: Sentence, count: Quantity): string | null {
  const ahead = before(sentence, count)
  const behind = sentence.text.slice(count.end - sentence.start)
  const lead = /([^.;:,()]{3,60})\(\s*$/.exec(ahead)?.[1]
  if (lead !== undefined) return /^(?:\s+[a-z]+){0,2}\s*\)/i.test(behind) ? lead : null
  // `most came because of illness 49 (57%)`.
  const bare = /([^.;:,()]{3,60}[a-z])\s$/.exec(ahead)?.[1]
  return bare !== undefined && /^\s*\(\d[\d.]*\s?%\)\s*(?:[.,;:]|$)/.test(behind) ? bare : null
}

interface Named {
  label: string
  values: readonly number[]
  row: Grid['rows'][number]['row'] | null
}

const rowNames = ({ rows }: Grid): Named[] =>
  rows
    .filter(({ isTotal, label }) => !isTotal && label !== '')
    .map(({ label, values, row }) => ({ label, row, values: values.flatMap((value) => (value ? [value.value] : [])) }))

const columnNames = ({ heads, rows }: Grid): Named[] =>
  heads
    .map((label, at) => ({
      label,
      row: null,
      values: rows.flatMap((row) => row.values[at]?.value ?? []),
    }))
    .filter(
      ({ label }) => /[a-z]{3}/i.test(label) && !/^(?:total|all|number|no|children|reviews|%|change)\b/i.test(label),
    )

function wrongIn(
  { table }: Grid,
  words: string,
  count: Quantity,
  names: readonly Named[],
): Omit<Said, 'at' | 'place'>[] {
  if (names.length < 2) return []
  const [own, other] = looselyNamed(words, names, ({ label }) => label)
  if (!own || other) return []
  const has = ({ values }: Named) => values.some((value) => isSame(value, count.value))
  const theirs = names.filter(has)
  const [first] = theirs
  if (has(own.one) || !first || theirs.length > 2) return []
  return [
    {
      also: first.row,
      kind: 'text-table',
      message: `${count.text} is the number of “${first.label}” in ${table.place}, and not of “${own.one.label}”.`,
      computation: `${first.label}: ${count.text}`,
      expected: null,
      severity: 'error',
      confidence: 0.84,
    },
  ]
}
