import type { Located } from '../../finding.ts'
import { type Grid, type GridRow, isTotalLabel } from '../../grid.ts'
import { countColumns, gridsNear, partsOf } from '../../near.ts'
import { isSame, prints, rounded, shown, sumOf } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { after as wordsAfter, before as wordsBefore, countsIn } from '../../words/around.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { type Token, labelIn, tokensIn } from '../../words/tokens.ts'

/** Numbers of children of an age, or of any other band, that the table of the bands has otherwise. */
export const bandsInText: Rule = (studied) =>
  studied.sentences.flatMap((sentence) => {
    if (sentence.passage.kind === 'heading' || NARROWED.test(sentence.text) || CODES.test(sentence.text)) return []
    const readings = gridsOfBands(studied, sentence).flatMap((grid) => readingsOf(studied, grid, sentence))
    return readings
      .filter((one) => !one.isRight && !readings.some((other) => other.isRight && other.said === one.said))
      .slice(0, 1)
      .map(({ said, right, words, also, grid }): Located =>
        located(studied, {
          at: sentence,
          also,
          place: sentence.passage.place,
          kind: 'text-table',
          message: `“${words}” is ${said.text} here, and ${right} in ${grid.table.place}.`,
          computation: `${said.text} against ${right}`,
          expected: right,
          severity: 'error',
          confidence: 0.86,
        }),
      )
  })

/** What makes it another number than the table's. */
const NARROWED =
  /\b(?:boys|girls|males?|females?|reviews? (?:of|for)|took part|participat\w*|attend\w*|started|ceased|became|left|entered|new(?:ly)?|placed|placement|missing|advoca\w*|health|education|pupils?|unaccompanied|UASC|disab\w*|survey\w*|respon\w*|target|national\w*|england|region\w*|reviewed|visit\w*|will|should)\b/i

const isBand = ({ label }: GridRow): boolean =>
  !/(?:19|20)\d{2}/.test(label) &&
  ((/\d/.test(label) && /^(?:aged? )?(?:under|over|less|more|\d)/i.test(label.trim())) || CODE.test(label))
/** `PN1 to PN4`: of several rows together. */
const CODES = /\b[A-Z]{1,3}\d{1,2}\s?(?:to|-|and|&|or|,)\s?[A-Z]{1,3}\d{1,2}\b/
/** The code of a way of taking part, of a placement, `PN1`; no quarter. */
const CODE = /^(?!Q[1-4]\b)[A-Z]{1,3}\d{1,2}\b/

function gridsOfBands(studied: Studied, sentence: Sentence): Grid[] {
  return gridsNear(studied, sentence).flatMap((grid) => {
    if (grid.rows.filter(isBand).length >= 3) return isOfPlainNumbers(grid) ? [] : [grid]
    const turned = turnedRound(grid)
    return turned ? [turned] : []
  })
}

/** Rows called `1`, `2`, `3` are ages only where the table says so. */
const isOfPlainNumbers = ({ rows, corner, table }: Grid): boolean =>
  rows.filter(isBand).every(({ label }) => /^\d{1,2}$/.test(label.trim())) &&
  !/\bage[ds]?\b|\byears?\b/i.test(`${corner} ${table.caption ?? ''}`)

/** A table whose columns are the bands, with its row of all as a column. */
function turnedRound(grid: Grid): Grid | null {
  const whole = grid.rows.find(({ isTotal }) => isTotal) ?? (grid.rows.length === 1 ? grid.rows[0] : undefined)
  if (!whole) return null
  const rows = grid.heads.map((label, at): GridRow => ({
    row: whole.row,
    label,
    block: '',
    values: [whole.values[at] ?? null],
    texts: [whole.texts[at] ?? ''],
    isTotal: isTotalLabel(label),
  }))
  return rows.filter(isBand).length >= 3 ? { ...grid, heads: ['All'], rows } : null
}

interface Reading {
  said: Quantity
  words: string
  isRight: boolean
  right: string
  also: GridRow['row'] | null
  grid: Grid
}

function readingsOf(studied: Studied, grid: Grid, sentence: Sentence): Reading[] {
  const [column, other] = countColumns(studied, grid, sentence)
  if (column === undefined || other !== undefined) return []
  const tokens = tokensIn(sentence.text)
  const bands = partsOf(grid).filter((row) => isBand(row) && row.values[column]?.unit === 'count')
  const total = sumOf(bands.map((row) => row.values[column]?.value ?? 0))
  const mentions = bands.flatMap((row) => {
    const at = labelIn(tokensIn(CODE.exec(row.label)?.[0] ?? row.label), tokens)
    return at ? [{ rows: [row], at }] : []
  })
  const open = mentions.length > 0 ? [] : openBands(sentence, tokens, bands)
  return [...mentions, ...open].flatMap(({ rows, at }) => {
    const exact = sumOf(rows.map((row) => row.values[column]?.value ?? 0))
    const words = sentence.text.slice(at.start, at.end)
    const base = { words, also: rows.length === 1 ? (rows[0]?.row ?? null) : null, grid }
    const said = beside(sentence, at)
    return [
      ...said.counts.map((one) => ({
        ...base,
        said: one,
        isRight: isSame(one.value, exact) || isCell(rows, one),
        right: shown(exact),
      })),
      ...said.shares.map((one) => ({
        ...base,
        said: one,
        isRight: total === 0 || prints((exact / total) * 100, one.value, one.decimals) || isCell(rows, one),
        right: `${rounded((exact / total) * 100, one.decimals)}%`,
      })),
    ]
  })
}

/** Whether the number stands elsewhere in the rows: of another year, or another group. */
const isCell = (rows: readonly GridRow[], { value }: Quantity): boolean =>
  rows.some(({ values }) => values.some((cell) => cell !== null && isSame(cell.value, value)))

/** `under ten`, `14 or over`: bands that together make it up. */
function openBands(
  { text }: Sentence,
  tokens: readonly Token[],
  bands: readonly GridRow[],
): { rows: GridRow[]; at: { start: number; end: number } }[] {
  return tokens.flatMap((token, at) => {
    const next = tokens[at + 1]
    if (!next) return []
    const isUnder = token.word === 'under' && /^\d+$/.test(next.word)
    const isOver = /^\d+$/.test(token.word) && next.word === 'over'
    if (!isUnder && !isOver) return []
    // `10 more than last year` is no band.
    if (/^\s*(?:more|fewer|less)\b/i.test(text.slice(token.end))) return []
    const limit = Number(isUnder ? next.word : token.word)
    const starts = bands.map(startOfBand)
    if (!starts.includes(limit) || starts.some((start) => start === null)) return []
    const rows = bands.filter((_, index) => {
      const start = starts[index] ?? 0
      return isUnder ? start < limit : start >= limit
    })
    return rows.length > 0 && rows.length < bands.length ? [{ rows, at: { start: token.start, end: next.end } }] : []
  })
}

function startOfBand({ label }: GridRow): number | null {
  const text = label.trim().toLowerCase()
  if (/^(?:under|less than)/.test(text)) return 0
  const over = /^over (\d+)/.exec(text)?.[1]
  const first = /^(?:aged? )?(\d+)/.exec(text)?.[1]
  return over !== undefined ? Number(over) + 1 : first !== undefined ? Number(first) : null
}

const LONGEST = 70

/** The numbers that stand beside a band with nothing between that is said of another: `109 children aged …`, `… (158, 38%)`. */
function beside(sentence: Sentence, at: { start: number; end: number }): { counts: Quantity[]; shares: Quantity[] } {
  const place = (one: Quantity) => ({ from: one.start - sentence.start, to: one.end - sentence.start })
  const isFree = (words: string, isAfter: boolean) => {
    const bare = words.replaceAll(/\([^)]*\)/g, ' ')
    return (
      bare.length <= LONGEST &&
      !/[.;:]/.test(bare) &&
      !/\d/.test(bare) &&
      !(isAfter ? /\b(?:and|while|but)\b|,(?!\s*(?:at|with|or)\b)/ : /[,)]/).test(bare)
    )
  }
  const numbers = [...countsIn(sentence), ...sentence.quantities.filter(({ kind }) => kind === 'percent')].filter(
    (one) =>
      !/^\s*(?:more|fewer|less|higher|lower|of (?:them|these|those|whom|which))\b/i.test(wordsAfter(sentence, one)) &&
      !one.isApproximate &&
      !/^one$/i.test(one.text) &&
      // `rose by six`, `10.7 children for each single year of age`.
      !/\bby\s+(?:\S+(?:, or|\s\()\s*)?$/i.test(sentence.text.slice(0, one.start - sentence.start)) &&
      !/\b(?:for each|per)\b/i.test(sentence.text) &&
      // `All 40 in lodgings are 16 or 17`: how many those are, and not how many are of that age.
      !/\b(?:of (?:all|the|our)|all(?: of)?|each of|every one of)(?: the| our| those| these)? $/i.test(
        wordsBefore(sentence, one),
      ),
  )
  const outside = numbers.filter((one) => place(one).to <= at.start || place(one).from >= at.end)
  const before = outside
    .filter((one) => place(one).to <= at.start && isFree(sentence.text.slice(place(one).to, at.start), false))
    .toSorted((a, b) => b.start - a.start)
  const after = outside
    .filter((one) => place(one).from >= at.end && isFree(sentence.text.slice(at.end, place(one).from), true))
    .toSorted((a, b) => a.start - b.start)
  const own = before.length > 0 ? before : after
  const first = own.find(({ kind }) => kind === 'count')
  const share = own.find(({ kind }) => kind === 'percent')
  return { counts: first ? [first] : [], shares: share ? [share] : [] }
}
