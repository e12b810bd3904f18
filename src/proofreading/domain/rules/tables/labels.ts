import type { Located } from '../../finding.ts'
import { isInexact } from '../../figures.ts'
import type { Grid } from '../../grid.ts'
import { type Rule, type Studied, isInContents, located } from '../../studied.ts'

/** Labels that say the same of two rows, or nothing of one; captions that share a number; and measures called what they are not. */
export const labels: Rule = (studied) => [
  ...studied.grids.flatMap((grid) => [...repeated(studied, grid), ...missing(studied, grid)]),
  ...captions(studied),
  ...paragraphNumbers(studied),
  ...misnamed(studied),
]

/** One finding a table: labels that stand twice in one block of rows. */
function repeated(studied: Studied, grid: Grid): Located[] {
  const seen = new Map<string, Grid['rows'][number]>()
  for (const row of grid.rows) {
    // A table beside another: its rows differ by the names of the first.
    const name = row.row.cells[0]?.text.trim().toLowerCase() ?? ''
    const key = `${name} ${row.block} ${row.label.toLowerCase()} ${row.values.some((value) => value?.unit === 'percent') ? '%' : ''}`
    const first = seen.get(key)
    if (row.label === '' || !/[a-z]/i.test(row.label) || isInexact(row.label) || row.isTotal) continue
    if (!first) seen.set(key, row)
    else if (!isSection(grid, row.label)) {
      const count = grid.rows.filter(({ label, block }) => label === row.label && block === row.block).length
      const message = `${count === 2 ? 'Two rows are' : `${count} rows are`} called “${row.label}”.`
      return [
        located(studied, {
          at: row.row,
          also: first.row,
          place: grid.table.place,
          kind: 'label',
          message,
          expected: null,
          severity: 'warning',
          confidence: 0.85,
        }),
      ]
    }
  }
  return []
}

/** Rows like `Boys`, `Girls` that stand under each of several headings within a table. */
const isSection = (grid: Grid, label: string): boolean => {
  const rows = grid.table.rows.filter(({ cells }) => cells.filter(({ text }) => text.trim() !== '').length === 1)
  const shared = grid.rows.filter(
    (row) => grid.rows.filter((other) => other.label === row.label && other.block === row.block).length > 1,
  )
  const different = new Set(shared.map((row) => row.label))
  return rows.length > 0 || (different.size > 1 && different.has(label))
}

/** A row of numbers among labelled ones that has no label and is no total. */
function missing(studied: Studied, grid: Grid): Located[] {
  const without = grid.rows.filter(({ label }) => label === '')
  const [row] = without
  if (
    !row ||
    without.length > 1 ||
    grid.rows.length < 4 ||
    row === grid.rows[0] ||
    !row.values.some(Boolean) ||
    row === grid.rows.at(-1)
  )
    return []
  const copied = grid.rows.find(
    (other) => other !== row && other.values.every((value, at) => value?.value === row.values[at]?.value),
  )
  const message = copied
    ? `A row has no label, and the numbers of “${copied.label}”.`
    : 'A row of numbers has no label.'
  return [
    located(studied, {
      at: row.row,
      also: copied?.row ?? null,
      place: grid.table.place,
      kind: 'label',
      message,
      expected: null,
      severity: 'warning',
      confidence: copied ? 0.9 : 0.7,
    }),
  ]
}

const CAPTION = /^\W*((?:table|figure|chart)\s+(?:[A-Z]\d?|\d{1,2}[a-z]?))\s*[:.-]\s*(\S.*)$/i

/** Two captions with one number and other words. */
function captions(studied: Studied): Located[] {
  const seen = new Map<string, { start: number; end: number; words: string }>()
  return studied.passages.flatMap((passage): Located[] => {
    const [, number = '', words = ''] = CAPTION.exec(passage.text.trim()) ?? []
    if (number === '' || passage.text.length > 200 || isInContents(studied, passage)) return []
    const key = number.toLowerCase().replaceAll(/\s+/g, ' ')
    const first = seen.get(key)
    if (!first) {
      seen.set(key, { start: passage.start, end: passage.end, words: words.toLowerCase() })
      return []
    }
    if (first.words === words.toLowerCase() || /continued|cont'?d/i.test(words)) return []
    return [
      located(studied, {
        at: passage,
        also: first,
        place: passage.place,
        kind: 'label',
        message: `${number} is there twice, with different words.`,
        expected: null,
        severity: 'warning',
        confidence: 0.88,
      }),
    ]
  })
}

/** Two paragraphs with one number. */
function paragraphNumbers(studied: Studied): Located[] {
  const seen = new Map<string, { start: number; end: number }>()
  return studied.passages.flatMap((passage): Located[] => {
    const number = /^\W*(\d{1,2}\.\d{1,2})\.?\s+[A-Z]/.exec(passage.text)?.[1]
    if (number === undefined || passage.text.length < 60) return []
    const first = seen.get(number)
    if (!first) {
      seen.set(number, passage)
      return []
    }
    const cut = ({ start, end }: { start: number; end: number }) => ({ start, end: Math.min(end, start + 120) })
    return [
      located(studied, {
        at: cut(passage),
        also: cut(first),
        place: passage.place,
        kind: 'label',
        message: `Two paragraphs are numbered ${number}.`,
        expected: null,
        severity: 'note',
        confidence: 0.85,
      }),
    ]
  })
}

/** National measures, and the words that say another thing. */
const MISNAMED: readonly { words: RegExp; message: string; expected: string }[] = [
  {
    words: /\bmore than (?:3|three) placement(?:s| moves)?\b/i,
    message: 'The national measure counts children with three or more placements in the year, not more than three.',
    expected: 'three or more placements',
  },
]

function misnamed(studied: Studied): Located[] {
  return studied.sentences.flatMap((sentence) =>
    MISNAMED.flatMap(({ words, message, expected }): Located[] =>
      words.test(sentence.text) && sentence.quantities.some(({ kind }) => kind === 'percent')
        ? [
            located(studied, {
              at: sentence,
              place: sentence.passage.place,
              kind: 'label',
              message,
              expected,
              severity: 'warning',
              confidence: 0.8,
            }),
          ]
        : [],
    ),
  )
}
