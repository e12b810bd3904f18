import type { Located } from '../../finding.ts'
import { type Grid, type GridRow, type Value, isTotalLabel, isYearLike } from '../../grid.ts'
import { columnOfYear, gridsNear } from '../../near.ts'
import { isSame, prints } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { after, before, isForEach, nounAfter, thingsBefore } from '../../words/around.ts'
import { startOf } from '../../words/facts.ts'
import { type Quantity, numberOf } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { stems } from '../../words/stems.ts'
import { tokensIn } from '../../words/tokens.ts'

/** Numbers in sentences that a table has otherwise, in the row that the sentence's words name. */
export const rowsInText: Rule = (studied) => {
  return studied.sentences.flatMap((sentence) => {
    if (sentence.passage.kind === 'heading') return []
    const grids = gridsNear(studied, sentence).filter((grid) => !isOfOthers(grid, sentence))
    return sentence.quantities.flatMap((quantity): Located[] => {
      if (
        (quantity.kind !== 'count' && quantity.kind !== 'percent') ||
        quantity.isApproximate ||
        isElsewhere(sentence, quantity) ||
        isForEach(sentence, quantity) ||
        thingsBefore(sentence, quantity) !== null ||
        isReasoned(sentence, quantity) ||
        TOGETHER.test(sentence.text) ||
        OF_MORE.test(sentence.text) ||
        OF_ROWS.test(sentence.text) ||
        OF_ALL_BUT.test(sentence.text) ||
        /\binclud\w+\b[^.;]{0,60}$/i.test(before(sentence, quantity)) ||
        LISTED.test(before(sentence, quantity)) ||
        OF_KINDS.test(after(sentence, quantity))
      )
        return []
      const words = wordsOf(sentence, quantity)
      // What follows the number says it where it names a row by itself.
      const behind = { ...words, close: words.behind }
      const following = grids.filter((grid) => rowsNamed(grid, words.behind).length === 1)
      const found =
        following.length > 0
          ? following.flatMap((grid) => rowFor(studied, grid, behind, sentence, quantity) ?? [])
          : grids.flatMap((grid) => rowFor(studied, grid, words, sentence, quantity) ?? [])
      const isNamed = grids.some((grid) => rowsNamed(grid, words.close).length > 0)
      if (found.length === 0 && !isNamed)
        found.push(...grids.flatMap((grid) => rowByWord(studied, grid, words, sentence, quantity) ?? []))
      const [only] = found
      if (!only || found.length > 1 || isAnyRight(grids, sentence, quantity)) return []
      const { row, value, grid } = only
      // The row's own number stands there too: this one is of something else.
      if (sentence.quantities.some((one) => one !== quantity && isSame(one.value, value.value))) return []
      if (isOfOther(grid, sentence, quantity)) return []
      return [
        located(studied, {
          at: sentence,
          also: row.row,
          place: sentence.passage.place,
          kind: 'text-table',
          message: `“${row.label}” is ${quantity.text} here, and ${value.cell.text.trim()} in ${grid.table.place}.`,
          computation: `${quantity.text} against ${value.cell.text.trim()}`,
          expected: value.cell.text.trim(),
          severity: 'error',
          confidence: 0.85,
        }),
      ]
    })
  })
}

const isElsewhere = (sentence: Sentence, quantity: Quantity): boolean =>
  /\b(?:from|than|compared (?:with|to)|last year|previous(?: year)?|target|by|up|down|increase of|decrease of|rise of|fall of|reduction of|national\w*|region\w*|england|neighbours?|another|further|additional|gained|lost)\b[^,;]{0,25}$/i.test(
    before(sentence, quantity),
  ) ||
  /^\s*(?:\(\S+\)\s*)?(?:more|fewer|less|higher|lower|increase|decrease|of (?:these|them|whom|which)|in the previous|last year|the previous|nationally)\b|^[^.,;]{0,40}\bor (?:better|above|worse|more|higher|over)\b/i.test(
    after(sentence, quantity),
  )

/** `27 because a parent could not come`: the words say why, not of which row. */
const isReasoned = (sentence: Sentence, quantity: Quantity): boolean =>
  /^\s*(?:[a-z'-]+\s+){0,3}(?:because|due to|owing to|as a result|on account|at the request|(?:as|since|when|where) (?:an?|the|their|no)\b)/i.test(
    after(sentence, quantity),
  )

/** What reports count. */
const COUNTED = ['child', 'review', 'officer', 'dispute', 'escalation', 'challenge', 'meeting', 'visit', 'episode']
const countedIn = (text: string): string[] => COUNTED.filter((word) => stems(text).includes(word))

/** Whether a sentence counts other things than a table, as reviews beside children. */
function isOfOthers(grid: Grid, { text }: Sentence): boolean {
  const ofTable = countedIn(`${grid.table.caption ?? ''} ${grid.corner} ${grid.heads.join(' ')}`)
  const ofText = countedIn(text)
  return ofTable.length > 0 && ofText.length > 0 && !ofText.some((word) => ofTable.includes(word))
}

const TOGETHER = /\b(?:together|combined|between them)\b/i
/** Of several years, or of those of some age alone. */
const OF_MORE =
  /\b(?:over|in|for|during) (?:the |these |those )?(?:last |past )?(?:two|three|four|five) years\b|\b(?:among|of|for) (?:those|children|young people) (?:of|aged) \d|\bof that age\b/i
/** What tells of the rows themselves, and what is in two of them: `both looked after and on a plan`. */
const OF_ROWS =
  /\b(?:row|line|column)s? (?:for|of)\b|\bin (?:that|this|the) (?:row|line|column)\b|\bboth\b[^.;,]{2,60}\band\b/i
/** `every placement but residential care`: the row that is named is the one left out. */
const OF_ALL_BUT =
  /\b(?:all|every|each|any|everyone|everything)\b[^.;]{0,40}\b(?:but|bar|except|apart from|other than|save)\b/i
/** `children with our own carers, agency carers and kin number 499`. */
const LISTED =
  /,[^.;]{1,60}\band\b[^.;]{1,60}\b(?:are|were|number(?:ed)?|come to|came to|total(?:led)?)\s+$|\band\b[^.;,]{1,60}\b(?:number(?:ed)?|come to|came to|total(?:led)?|make up|account for|house)\s+$/i
/** `three formal stages`: what there is, and no number of it. */
const OF_KINDS =
  /^\s*(?:[a-z'-]+ ){0,2}?(?:stages?|steps?|levels?|parts?|areas|themes|ways|types|kinds|groups|categories|reasons|sections|priorities|questions|things|times|quadrants|teams|localities|bands)\b/i

/** Whether what the number counts, `28 foster carers’ reviews`, is none of what the table counts. */
function isOfOther(grid: Grid, sentence: Sentence, quantity: Quantity): boolean {
  const ofTable = countedIn(`${grid.table.caption ?? ''} ${grid.corner} ${grid.heads.join(' ')}`)
  const [first] = stems(nounAfter(sentence, quantity)).filter((word) => COUNTED.includes(word))
  return ofTable.length > 0 && first !== undefined && !ofTable.includes(first)
}

/** The words that say what a number counts: right after it, and before it back to the last stop or number. */
function wordsOf(
  sentence: Sentence,
  quantity: Quantity,
): { close: Set<string>; behind: Set<string>; all: Set<string> } {
  const behind =
    /^(?:\s*\([^)]*\))?[^.,;()]*/.exec(sentence.text.slice(quantity.end - sentence.start))?.[0].slice(0, 90) ?? ''
  const next = sentence.quantities.find(
    ({ start, kind }) => start >= quantity.end && (kind === 'count' || kind === 'percent'),
  )
  // What follows the last `and` before another number is said of that one.
  const reach =
    next && next.start - quantity.end <= behind.length
      ? behind
          .slice(0, next.start - quantity.end)
          .replace(/\b(?:and|or|but|while)\b(?!.*\b(?:and|or|but|while)\b).*$/i, '')
      : behind
  const isFirst = before(sentence, quantity) === before(sentence, quantity, false)
  // After another number, what leads up to `and` is said of that one.
  const ahead =
    before(sentence, quantity)
      .split(isFirst ? /[.,;()]/ : /[.,;()]|\b(?:and|or|but|with|while)\b/)
      .at(-1) ?? ''
  return {
    close: new Set(stems(`${ahead} ${reach}`)),
    behind: new Set(stems(reach)),
    all: new Set(stems(sentence.text)),
  }
}

/** The words of the labels, which every number of the text is compared with. */
const wordsOfRows = new WeakMap<GridRow, readonly string[]>()
function labelWords(row: GridRow): readonly string[] {
  const words = wordsOfRows.get(row) ?? stems(row.label)
  wordsOfRows.set(row, words)
  return words
}

/** The rows all of whose own words are there. */
const rowsNamed = (grid: Grid, close: ReadonlySet<string>): GridRow[] =>
  grid.rows.filter((row) => {
    const own = labelWords(row).filter((word) => !COMMON.has(word))
    // A label that is a number alone is one in any sentence.
    return (
      !row.isTotal &&
      own.some((word) => !/^\d+$/.test(word) && numberOf(word) === 0) &&
      own.some((word) => !OF_MANY.has(word)) &&
      own.every((word) => close.has(word))
    )
  })

interface FoundRow {
  grid: Grid
  row: GridRow
  value: Value
}

/** Words of labels that nearly every row has. */
const COMMON = new Set(['child', 'review', 'young', 'people', 'person', 'officer', 'service'])

function rowFor(
  studied: Studied,
  grid: Grid,
  { close }: { close: ReadonlySet<string> },
  sentence: Sentence,
  quantity: Quantity,
): FoundRow | null {
  const rows = rowsNamed(grid, close)
  // The label that says most: "Foster care (agency)" before "Foster care".
  const [row, other] = rows.toSorted((a, b) => labelWords(b).length - labelWords(a).length)
  if (!row || (other && labelWords(other).length === labelWords(row).length) || isPartOfOthers(grid, row, close))
    return null
  // `Reached 18` is named by its number too.
  const said = tokensIn(sentence.text).map(({ word }) => word)
  if (tokensIn(row.label).some(({ word }) => /^\d+$/.test(word) && !said.includes(word))) return null
  if (isOnlyAnOwner(row, sentence) || isOfAnotherWhole(grid, row, sentence, quantity)) return null
  // `moved on at 18`: the number is one of the label's own words.
  if (tokensIn(row.label).some(({ word }) => word === String(quantity.value))) return null
  const value = valueFor(studied, grid, row, sentence, quantity)
  return value && !isSamePrinted(value, quantity) && !isInRow(row, quantity) ? { grid, row, value } : null
}

/** The row that one word names which no other row has, `Asian` for `Asian or Asian British`, where the number is a slip of its own. */
function rowByWord(
  studied: Studied,
  grid: Grid,
  { close }: { close: ReadonlySet<string> },
  sentence: Sentence,
  quantity: Quantity,
): FoundRow | null {
  const labelled = grid.rows.filter(({ isTotal }) => !isTotal).map((row) => ({ row, own: labelWords(row) }))
  const named = labelled.filter(
    ({ own: [word], row }) =>
      word !== undefined &&
      word.length >= 4 &&
      !OF_MANY.has(word) &&
      close.has(word) &&
      !labelled.some((other) => other.row !== row && other.own.includes(word)),
  )
  const [only] = named
  if (!only || named.length > 1 || quantity.kind !== 'count') return null
  if (isOnlyAnOwner(only.row, sentence) || isOfAnotherWhole(grid, only.row, sentence, quantity)) return null
  const value = valueFor(studied, grid, only.row, sentence, quantity)
  return value && !isSamePrinted(value, quantity) && !isInRow(only.row, quantity) && isSlip(value.value, quantity.value)
    ? { grid, row: only.row, value }
    : null
}

/** `The social worker’s report`, for `A worker`: the row’s one word stands there as an owner of what is counted, and not else. */
function isOnlyAnOwner(row: GridRow, { text }: Sentence): boolean {
  const [word, other] = labelWords(row)
  if (word === undefined || other !== undefined) return false
  const said = [...text.matchAll(/[a-z]+(['’]s?(?![a-z]))?/gi)].filter(([one]) => stems(one).includes(word))
  return said.length > 0 && said.every(([, owner]) => owner !== undefined)
}

/** `44 of 80 reviews`, where the rows of the table are of 95: a share of another whole. */
function isOfAnotherWhole(grid: Grid, row: GridRow, sentence: Sentence, quantity: Quantity): boolean {
  const of = /^\s+(?:out )?of (?:the |our |all )*$/i
  const whole = sentence.quantities.find(({ start, kind }) => kind === 'count' && start >= quantity.end)
  if (!whole || !of.test(sentence.text.slice(quantity.end - sentence.start, whole.start - sentence.start))) return false
  const totals = grid.rows.filter(({ isTotal }) => isTotal).flatMap(({ values }) => values.flatMap((one) => one ?? []))
  const counts = totals.filter(({ unit }) => unit === 'count')
  const isPartOfRow = row.values.some((value) => value !== null && isSame(value.value, whole.value))
  return counts.length > 0 && !isPartOfRow && !counts.some(({ value }) => isSame(value, whole.value))
}

const MOST_OFF = 0.12
/** Whether one number may be a slip of the other: its digits turned round, or a number near it. */
const isSlip = (one: number, other: number): boolean => {
  const digits = (value: number) => Array.from(String(value)).toSorted().join('')
  return (
    Math.min(one, other) >= 10 &&
    (digits(one) === digits(other) || Math.abs(one - other) <= Math.max(one, other) * MOST_OFF)
  )
}

/** Whether the sentence prints the cell, with as many decimals as it likes. */
const isSamePrinted = (value: Value, said: Quantity): boolean =>
  prints(value.value, said.value, said.decimals) || prints(said.value, value.value, value.decimals)

/** Whether the number is another of the row: of another year, or of a group. */
const isInRow = ({ values }: GridRow, { value }: Quantity): boolean =>
  values.some((cell) => cell !== null && (isSame(cell.value, value) || cell.share?.value === value))

/** Words that rows of different kinds share: `Foster care` and `Residential care`. */
const OF_MANY = new Set([...COMMON, 'looked', 'after', 'time', 'care', 'home', 'placement', 'order', 'living'])

/** Whether the words name other rows too, of which the number may be the sum. */
const isPartOfOthers = (grid: Grid, row: GridRow, close: ReadonlySet<string>): boolean =>
  grid.rows.some(
    (other) =>
      other !== row &&
      !other.isTotal &&
      labelWords(other).some((word) => !OF_MANY.has(word) && close.has(word) && labelWords(row).includes(word)),
  )

/** The cell of the row that the number must be in: its unit's only column, or the year's. */
function valueFor({ period }: Studied, grid: Grid, row: GridRow, sentence: Sentence, quantity: Quantity): Value | null {
  const unit = quantity.kind === 'percent' ? 'percent' : 'count'
  const columns = row.values.flatMap((value, at) =>
    value?.unit === unit || (unit === 'percent' && value && /%|per\s?cent/i.test(grid.heads[at] ?? '')) ? [at] : [],
  )
  const plain = columns.filter((at) => unit === 'percent' || !/%|per\s?cent/i.test(grid.heads[at] ?? ''))
  if (plain.length === 1)
    return isOtherYear(grid, sentence, period?.startYear ?? null) ? null : (row.values[plain[0] ?? 0] ?? null)
  const whole = plain.filter((at) => isTotalLabel(grid.heads[at] ?? '') || /^all\b/i.test(grid.heads[at] ?? ''))
  if (whole.length === 1 && !isNarrowedTo(grid, sentence))
    return isOtherYear(grid, sentence, period?.startYear ?? null) ? null : (row.values[whole[0] ?? 0] ?? null)
  if (!plain.every((at) => isYearLike(grid.heads[at] ?? ''))) return null
  const named = sentence.quantities.flatMap(({ kind, text }) =>
    kind === 'period' || kind === 'date' || kind === 'year' ? [startOf(text)] : [],
  )
  const year = named.length === 0 ? (period?.startYear ?? null) : named.length === 1 ? (named[0] ?? null) : null
  const column = year === null ? null : columnOfYear(grid, year)
  return column === null || !plain.includes(column) ? null : (row.values[column] ?? null)
}

/** Whether the sentence speaks of one of the columns that make up the whole. */
const isNarrowedTo = (grid: Grid, sentence: Sentence): boolean => {
  const words = tokensIn(sentence.text)
  return grid.heads.some(
    (head) => !isTotalLabel(head) && tokensIn(head).some(({ word }) => words.some((one) => one.word === word)),
  )
}

/** Whether the sentence speaks of a year that the table is not of. */
function isOtherYear(grid: Grid, sentence: Sentence, reported: number | null): boolean {
  const years = sentence.quantities.flatMap(({ kind, text }) =>
    kind === 'period' || kind === 'date' || kind === 'year' ? [startOf(text)] : [],
  )
  return (
    years.length > 1 ||
    years.some((year) => year !== reported) ||
    (grid.table.caption !== null && /last year|previous/i.test(grid.table.caption))
  )
}

/** Whether the sentence has the row's number elsewhere, or its number is another cell of the table. */
const isAnyRight = (grids: readonly Grid[], sentence: Sentence, quantity: Quantity): boolean =>
  grids.some(({ rows }) =>
    rows.some((row) =>
      row.values.some(
        (value) => value && (isSame(value.value, quantity.value) || value.share?.value === quantity.value),
      ),
    ),
  ) && sentence.quantities.length > 6
