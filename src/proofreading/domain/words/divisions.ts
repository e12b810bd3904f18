import { type Grid, type GridRow, isTotalLabel } from '../grid.ts'
import { countColumns, gridsNear, partsOf } from '../near.ts'
import { isSame, prints, sumOf } from '../numbers.ts'
import type { Passage, Span } from '../reportText.ts'
import type { Studied } from '../studied.ts'
import { before, between, countsIn } from './around.ts'
import { wholeOf } from './pairs.ts'
import type { Quantity } from './quantities.ts'
import type { Sentence } from './sentences.ts'

/** A part of a whole: what it is called, how many, and the percentage printed beside it. */
export interface Portion {
  label: string
  count: number
  share: { value: number; decimals: number } | null
  at: Span
}

/** A list of items or of a sentence as it is told: the numbers before it may be its whole. */
export interface ToldList {
  portions: readonly (Portion & { place: string })[]
  wholes: readonly Quantity[]
  lead: readonly Sentence[]
  isItems: boolean
}

/** A whole with its parts, of a table, of a list or of a sentence. */
export interface Division {
  whole: number
  portions: readonly Portion[]
  place: string
}

/** So many paragraphs back a list may stand of which a sentence tells. */
const MOST_BACK = 4

/** What tables and lists near a sentence divide. */
export function divisionsNear(studied: Studied, sentence: Sentence): Division[] {
  const { blocks, places } = blocksOf(studied)
  const at = places.get(sentence.passage) ?? -1
  return [
    ...gridsNear(studied, sentence).flatMap((grid) => divisionsOfGrid(studied, grid, sentence)),
    ...blocks
      .slice(Math.max(0, at - MOST_BACK), at + 1)
      .flatMap((block, index, near) => [
        ...inBlock(block, near[index - 1]).flatMap(divisionOf),
        ...block.sentences.flatMap((each, place) => bareParts(each, block.sentences.slice(0, place))),
        ...spreadParts(block.sentences),
      ]),
  ]
}

/** A paragraph or a list: the items of a list stand together, whether or not a colon leads up to them. */
interface Block {
  sentences: readonly Sentence[]
  items: readonly Sentence[]
}

interface Blocks {
  blocks: readonly Block[]
  places: ReadonlyMap<Passage, number>
}

const blocksOfReports = new WeakMap<Studied, Blocks>()

function blocksOf(studied: Studied): Blocks {
  const known = blocksOfReports.get(studied)
  if (known) return known
  const blocks: { sentences: Sentence[]; items: Sentence[] }[] = []
  const places = new Map<Passage, number>()
  let last: Passage | null = null
  for (const sentence of studied.sentences) {
    const { passage } = sentence
    const block = blocks.at(-1)
    const isSame = block !== undefined && (passage === last || (passage.kind === 'item' && last?.kind === 'item'))
    const own = isSame ? block : { sentences: [], items: [] }
    if (!isSame) blocks.push(own)
    if (passage.kind !== 'item') own.sentences.push(sentence)
    else if (passage !== last) own.items.push(sentence)
    places.set(passage, blocks.length - 1)
    last = passage
  }
  const found = { blocks, places }
  blocksOfReports.set(studied, found)
  return found
}

/** What a table divides, as the sentence reads it. */
export function divisionsOfGrid(studied: Studied, grid: Grid, sentence: Sentence): Division[] {
  const [column, other] = countColumns(studied, grid, sentence)
  const share = grid.heads.findIndex((_, index) => grid.rows.some(({ values }) => values[index]?.unit === 'percent'))
  const down = column === undefined || other !== undefined ? [] : downRows(studied, grid, column, share)
  return [...down, ...across(grid)]
}

/** Without a row of all: the sum of the rows, where their shares are of it, or the report prints it. */
function wholeOfRows(studied: Studied, portions: readonly Portion[]): number | null {
  const sum = sumOf(portions.map(({ count }) => count))
  const shared = portions.filter(({ share }) => share !== null)
  const fitting = shared.filter(({ count, share }) => share && prints((count / sum) * 100, share.value, share.decimals))
  return fitting.length >= 2 || (shared.length === 0 && countsPrinted(studied).has(sum)) ? sum : null
}

const printedInReports = new WeakMap<Studied, ReadonlySet<number>>()

/** The counts that the sentences of a report print. */
function countsPrinted(studied: Studied): ReadonlySet<number> {
  const known = printedInReports.get(studied) ?? new Set(studied.sentences.flatMap(countsIn).map(({ value }) => value))
  printedInReports.set(studied, known)
  return known
}

function downRows(studied: Studied, grid: Grid, column: number, share: number): Division[] {
  const portions = partsOf(grid).flatMap(({ row, label, values }): Portion[] => {
    const [count, percent] = [values[column], values[share]]
    return count?.unit === 'count'
      ? [{ label, count: count.value, share: count.share ?? percent ?? null, at: row }]
      : []
  })
  const total = grid.rows.find(({ isTotal }) => isTotal)?.values[column]?.value
  const whole = total ?? wholeOfRows(studied, portions)
  return whole === null || portions.length < 2 ? [] : [{ whole, portions, place: grid.table.place }]
}

/** The columns of the row of all: boys and girls. */
function across(grid: Grid): Division[] {
  const whole = grid.rows.find(({ isTotal }) => isTotal)
  const total = grid.heads.findIndex((head) => isTotalLabel(head))
  if (!whole || total < 2) return []
  const portions = grid.heads.slice(0, total).flatMap((label, at): Portion[] => {
    const value = whole.values[at]
    return value?.unit === 'count' ? [{ label, count: value.value, share: value.share, at: rowOf(whole) }] : []
  })
  const all = whole.values[total]?.value
  return all !== undefined && portions.length === total && isSame(sumOf(portions.map(({ count }) => count)), all)
    ? [{ whole: all, portions, place: grid.table.place }]
    : []
}

const rowOf = ({ row }: GridRow): Span => row

const percentAfter = (sentence: Sentence, count: Quantity): Quantity | null => {
  const next = sentence.quantities.find(({ start }) => start >= count.end)
  return next?.kind === 'percent' &&
    /^[^().;:]{0,90}\(\s*$|^\s*,?\s*(?:or|-|:)\s*$/.test(between(sentence, count, next))
    ? next
    : null
}

/** A list of items, each with a count, under a paragraph that leads up to it. */
function toldByItems(items: readonly Sentence[], lead: readonly Sentence[]): ToldList[] {
  const portions = items.flatMap((item) => {
    const [count, other] = countsIn(item)
    if (!count || other || count.isApproximate) return []
    const share = percentAfter(item, count) ?? item.quantities.find(({ kind }) => kind === 'percent') ?? null
    const label = item.text.replaceAll(/\d[\d,.]*%?/g, ' ')
    return [{ label, count: count.value, share, at: item, place: item.passage.place }]
  })
  return portions.length < 2 || portions.length < items.length
    ? []
    : [{ portions, wholes: lead.flatMap(countsIn), lead, isItems: true }]
}

/** `abuse for 151 (55%), dysfunction for 45 (16%), …`: parts one after the other in a sentence. */
function toldBySentence(sentence: Sentence, previous: Sentence | undefined): ToldList[] {
  const counts = countsIn(sentence).filter(({ isApproximate, decimals }) => !isApproximate && decimals === 0)
  const portions = counts.flatMap((count) => {
    const share = percentAfter(sentence, count)
    if (!share) return []
    const ahead = (/[^;:,]*$/.exec(before(sentence, count))?.[0] ?? '').replace(/^\s*(?:%|\))*\s*(?:and\b)?/, '')
    const inside = between(sentence, count, share)
    const behind = /[a-z]{3}/i.test(`${ahead} ${inside}`)
      ? ''
      : (/^\s*%?\)?\s*([^,;.(]*)/.exec(sentence.text.slice(share.end - sentence.start))?.[1] ?? '')
    const label = `${ahead} ${inside} ${behind}`
    return [{ label, count: count.value, share, at: sentence, place: sentence.passage.place }]
  })
  const parts = new Set(portions.map(({ count }) => count))
  const own = countsIn(sentence).filter(({ value }) => !parts.has(value))
  return portions.length < 3
    ? []
    : [{ portions, wholes: [...(previous ? countsIn(previous) : []), ...own], lead: [sentence], isItems: false }]
}

/** `Of these, 117 were settled informally, 24 at stage one and 7 at stage two`: counts that make up a number before them. */
function bareParts(sentence: Sentence, earlier: readonly Sentence[]): Division[] {
  const all = countsIn(sentence).filter(({ isApproximate }) => !isApproximate)
  const [, second] = all
  // `Twenty-one of the 45 …, 14 … and 10 …`.
  const isOf = second && /\bof (?:the|all|these|those|our)\s*$/i.test(before(sentence, second))
  const [lead] = all
  const isLed = lead && second && /^[^.;:\d]{0,50}:/.test(between(sentence, lead, second)) ? lead : undefined
  const own = isOf ? second : (wholeOf(sentence) ?? isLed)
  const counts = all.filter((one) => one !== own)
  if (counts.length < 3 || sentence.quantities.some(({ kind }) => kind === 'percent')) return []
  const areNamedAhead = /^\W*$/.test(sentence.text.slice((counts.at(-1)?.end ?? 0) - sentence.start))
  const portions = counts.map((count, at): Portion => {
    const next = counts[at + 1]
    const behind = sentence.text.slice(count.end - sentence.start, (next?.start ?? sentence.end) - sentence.start)
    // `health 21, education 19 and placement 50.`: each name stands before its number.
    const label = areNamedAhead
      ? (/[^,;:]*$/.exec(before(sentence, count))?.[0] ?? '').replace(/^\s*and\b/i, '')
      : (behind.split(/[,;]/)[0] ?? '')
    return { label, count: count.value, share: null, at: sentence }
  })
  const wholes = [...earlier.flatMap(countsIn), ...(own ? [own] : [])]
  const sum = sumOf(counts.map(({ value }) => value))
  return wholes.some(({ value }) => isSame(value, sum)) ? [{ whole: sum, portions, place: sentence.passage.place }] : []
}

const LONGEST_LABEL = 70

/** `There were 531 reviews. At 287 of them … At 24 … For 176 … For the remaining 44 …`: a sentence for each part. */
function spreadParts([lead, ...following]: readonly Sentence[]): Division[] {
  const [whole] = lead ? countsIn(lead).filter(({ isApproximate }) => !isApproximate) : []
  if (!whole || following.length < 2) return []
  const portions = following.flatMap((each): Portion[] => {
    const [count, other] = countsIn(each)
    return count && !other && count.value < whole.value
      ? [
          {
            label: each.text.split(/[,;.]|\bbecause\b/)[0]?.slice(0, LONGEST_LABEL) ?? '',
            count: count.value,
            share: null,
            at: each,
          },
        ]
      : []
  })
  const sums = portions.map((_, at) => sumOf(portions.slice(0, at + 1).map(({ count }) => count)))
  const last = sums.findIndex((sum) => isSame(sum, whole.value))
  return last < 1
    ? []
    : [{ whole: whole.value, portions: portions.slice(0, last + 1), place: lead?.passage.place ?? '' }]
}

const inBlock = ({ sentences, items }: Block, previous: Block | undefined): ToldList[] => [
  ...toldByItems(items, sentences.length > 0 ? sentences : (previous?.sentences ?? [])),
  ...sentences.flatMap((each, place) => toldBySentence(each, sentences[place - 1])),
]

/** The lists of a report, each with the numbers that may be its whole. */
export const listsIn = (studied: Studied): ToldList[] =>
  blocksOf(studied).blocks.flatMap((block, at, all) => inBlock(block, all[at - 1]))

/** The whole that the parts add up to, or of which their shares are. */
function divisionOf({ portions, wholes }: ToldList): Division[] {
  const sum = sumOf(portions.map(({ count }) => count))
  const fitting = (whole: number) =>
    portions.filter(({ count, share }) => share && prints((count / whole) * 100, share.value, share.decimals)).length
  const best = wholes.map(({ value }) => value).toSorted((a, b) => fitting(b) - fitting(a))[0]
  const isSum = wholes.some(({ value }) => isSame(value, sum)) || fitting(sum) >= 2
  const whole = isSum ? sum : best !== undefined && fitting(best) >= 2 ? best : null
  return whole === null ? [] : [{ whole, portions, place: portions[0]?.place ?? '' }]
}
