import type { Located } from '../../finding.ts'
import type { Passage } from '../../reportText.ts'
import { type Rule, type Studied, isInContents, located } from '../../studied.ts'

/** `6. Reviews`, `8. Health`, `8. School`: headings and paragraphs numbered out of order. */
export const numbering: Rule = (studied) =>
  runsOf(studied).flatMap((run) => oddOf(run).map((odd) => said(studied, odd)))

interface Numbered {
  passage: Passage
  words: string
  number: number
}

interface Odd {
  one: Numbered
  before: Numbered
  expected: number
}

const said = (studied: Studied, { one, before, expected }: Odd): Located =>
  located(studied, {
    at: cut(one.passage),
    also: cut(before.passage),
    place: one.passage.place,
    kind: 'label',
    message: `${one.words} follows ${before.words}.`,
    expected: one.words.replace(/\d+$/, String(expected)),
    severity: 'note',
    confidence: 0.84,
  })

const LONGEST_QUOTE = 120
const cut = ({ start, end }: Passage): { start: number; end: number } => ({
  start,
  end: Math.min(end, start + LONGEST_QUOTE),
})

const HEADED =
  /^\W*((?:[Ss]ection |[Pp]art |[Cc]hapter )?(\d{1,2}))(?:[.:)]|\s-)?\s+(?=[A-Z])(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/
const NAMED =
  /^\W*(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?((?:priority|aim|objective|recommendation|theme|outcome|standard|goal|pledge|promise|stage|step|table|figure|chart|appendix)\s+(\d{1,2}))\s*[:.-]\s*\S/i
const PARAGRAPH = /^\W*((\d{1,2})\.(\d{1,2}))\.?\s+[A-Z]/

/** Headings, headings with one word, and paragraphs of one section, each in the order in which they stand. */
function runsOf(studied: Studied): Numbered[][] {
  const runs = new Map<string, Numbered[]>()
  const add = (key: string, one: Numbered) => runs.set(key, [...(runs.get(key) ?? []), one])
  for (const passage of studied.passages) {
    if (isInContents(studied, passage)) continue
    const text = passage.text.slice(0, LONGEST_QUOTE)
    const paragraph = PARAGRAPH.exec(text)
    if (paragraph) add(`§${paragraph[2] ?? ''}`, { passage, words: paragraph[1] ?? '', number: Number(paragraph[3]) })
    if (passage.kind !== 'heading') continue
    const named = NAMED.exec(text)
    const headed = paragraph ? null : HEADED.exec(text)
    if (named) add((named[1] ?? '').replace(/\s*\d+$/, '').toLowerCase(), { passage, words: named[1] ?? '', number: Number(named[2]) })
    else if (headed) add('heading', { passage, words: headed[1] ?? '', number: Number(headed[2]) })
  }
  return [...runs.values()]
} // prettier-ignore

const FEWEST = 4

/** The one between two that leave room for one other number: `2, 4, 4`; or two the other way round: `2, 4, 3, 5`. */
function oddOf(run: readonly Numbered[]): Odd[] {
  if (run.length < FEWEST) return []
  return run.flatMap((one, at): Odd[] => {
    const [before, after, next] = [run[at - 1], run[at + 1], run[at + 2]]
    if (!before || !after) return []
    const expected = before.number + 1
    const isBetween = after.number === expected + 1 && one.number !== expected
    const isSwapped =
      one.number === expected + 1 && after.number === expected && (next ? next.number === expected + 2 : at > 1)
    return isBetween || isSwapped ? [{ one, before, expected }] : []
  })
}
