import type { Finding, Located } from './finding.ts'
import { isInexact } from './figures.ts'
import { type Grid, gridsOf } from './grid.ts'
import { type Period, periodOf } from './period.ts'
import { type Passage, type ReadRow, type ReadTable, type ReportText, type Span, alike } from './reportText.ts'
import { type Sentence, sentencesOf } from './words/sentences.ts'

/** A report, prepared for the rules. */
export interface Studied {
  report: ReportText
  passages: readonly Passage[]
  tables: readonly ReadTable[]
  /** The tables of numbers; one of a list of contents is none. */
  grids: readonly Grid[]
  sentences: readonly Sentence[]
  /** Sentences that belong together: of a paragraph, with the list that it leads up to. */
  contexts: readonly (readonly Sentence[])[]
  /** The list of contents: its lines as text. */
  contents: readonly Span[]
  /** The year that the report is about; null where it does not say. */
  period: Period | null
}

/** Prepares a report for the rules. */
export function studied(report: ReportText): Studied {
  const contents = contentsOf(report)
  const isOfContents = (part: Span) => isInContents({ contents }, part)
  const passages = report.parts.flatMap((part) => (part.kind === 'table' ? [] : [part]))
  const body = passages.filter((passage) => !isOfContents(passage) && passage.text.length <= LONGEST_PARAGRAPH)
  const tables = report.parts.flatMap((part) => (part.kind === 'table' && !isOfContents(part) ? [part] : []))
  const byPassage = new Map(body.map((passage) => [passage, sentencesOf(passage)]))
  const grids = tables.flatMap(gridsOf)
  const ofRows = tables
    .filter((table) => !grids.some((grid) => grid.table === table))
    .flatMap((table) => table.rows.filter(saysSomething).map((row) => sentencesOf(rowPassage(report, table, row))))
  const sentences = [...[...byPassage.values()].flat(), ...ofRows.flat()]
  return {
    report,
    passages: passages.filter(({ text }) => text.length <= LONGEST_PARAGRAPH),
    tables,
    grids,
    sentences,
    contexts: [...contextsOf(report, byPassage), ...ofRows],
    contents,
    period: periodOf(passages, sentences),
  }
}

/** Whether a row of a table without a number has words beside its label: `c of 57` and `91% or more` are figures, and no words. */
const saysSomething = ({ cells }: ReadRow): boolean => {
  const filled = cells.slice(1).filter(({ text }) => text.trim() !== '')
  return filled.length === 0 || !filled.every(({ text }) => isInexact(text))
}

/** A row of a table of words, as what it says. */
const rowPassage = ({ text }: ReportText, table: ReadTable, { start, end }: ReadRow): Passage => ({
  kind: 'item',
  text: alike(text.slice(start, end)),
  place: table.place,
  start,
  end,
})

/** No list has so many sentences that belong together; rules set each of them beside the others. */
const MOST_TOGETHER = 100

function contextsOf(report: ReportText, byPassage: ReadonlyMap<Passage, Sentence[]>): Sentence[][] {
  const contexts: Sentence[][] = []
  let leading: Sentence[] | null = null
  for (const part of report.parts) {
    const passage = part.kind === 'table' ? null : part
    const sentences = passage ? byPassage.get(passage) : undefined
    if (!passage || !sentences) leading = null
    else if (passage.kind === 'item' && leading && leading.length < MOST_TOGETHER) leading.push(...sentences)
    else {
      const context = [...sentences]
      contexts.push(context)
      leading = passage.text.trimEnd().endsWith(':') ? context : null
    }
  }
  return contexts
}

/** What is longer was never written as a paragraph, and takes long to search. */
const LONGEST_PARAGRAPH = 6_000

const CONTENTS = /^(?:#+\s*)?(?:table\s+of\s+)?contents?(?:\s+page)?:?$/i
const LONGEST_LINE = 150
/** A list of contents has a hundred: each passage is looked for among them. */
const MOST_LINES = 500
const isSentence = (words: string): boolean => /[.]$/.test(words) && words.length > 60

/** A line of the contents without its page. */
const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s.]*(?:page:?\s*)?\d{1,3}\s*$/, '')
    .replaceAll(/[^a-z0-9]/g, '')

/** What so many lines say, whatever number they end with, stands at the head or the foot of pages. */
const PAGES = 3

function runningLines(parts: ReportText['parts']): ReadonlySet<string> {
  const times = new Map<string, number>()
  for (const part of parts) {
    if (part.kind === 'table' || part.text.length > LONGEST_LINE || !/\d\s*$/.test(part.text)) continue
    const letters = lettersOf(part.text)
    times.set(letters, (times.get(letters) ?? 0) + 1)
  }
  return new Set([...times].flatMap(([letters, count]) => (count >= PAGES ? [letters] : [])))
}

function contentsOf({ parts }: ReportText): Span[] {
  const from = parts.findIndex((part) => part.kind !== 'table' && CONTENTS.test(part.text.trim()))
  if (from === -1) return []
  const lines: Span[] = []
  const seen = new Set<string>()
  const ofPages = runningLines(parts)
  for (const part of parts.slice(from + 1)) {
    if (lines.length === MOST_LINES) break
    if (part.kind !== 'table' && ofPages.has(lettersOf(part.text))) continue
    if (part.kind === 'table') {
      if (!part.rows.every(({ cells }) => /^(?:page:?\s*)?\d{1,3}$|^[ivx]+$|^$/i.test(cells.at(-1)?.text.trim() ?? '')))
        break
      lines.push(part)
      for (const { cells } of part.rows) seen.add(lettersOf(cells.map(({ text }) => text).join(' ')))
      continue
    }
    const words = lettersOf(part.text)
    if (words === '' || seen.has(words) || part.text.length > LONGEST_LINE || isSentence(part.text.trim())) break
    seen.add(words)
    lines.push(part)
  }
  return lines
}

/** Whether a part of the report stands in its list of contents. */
export const isInContents = ({ contents }: Pick<Studied, 'contents'>, { start, end }: Span): boolean =>
  contents.some((line) => line.start <= start && end <= line.end)

/** A title without its number, its page and what makes letters large or small. */
export const titleOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s.]*(?:page:?\s*)?\d{1,3}\s*$/, '')
    .replace(/^(?:section|appendix|chapter|part)?\s*[\d.]*\s*[:.)-]?\s*/, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/** What a rule says of a finding; the quotations are cut from the report. */
export interface Said extends Omit<Finding, 'quote' | 'also' | 'computation' | 'expected'> {
  at: Span
  also?: Span | null
  computation?: string
  expected?: string | null
}

/** A finding with its quotations. */
export function located({ report }: Studied, { at, also, computation, expected, ...rest }: Said): Located {
  const cut = ({ start, end }: Span) => report.text.slice(start, end).trim()
  return {
    start: at.start,
    finding: {
      quote: cut(at),
      also: also ? cut(also) : null,
      place: rest.place,
      kind: rest.kind,
      message: rest.message,
      computation: computation ?? null,
      expected: expected ?? null,
      severity: rest.severity,
      confidence: rest.confidence,
    },
  }
}

/** Looks for one kind of mistake. */
export type Rule = (studied: Studied) => Located[]

/**
 * What is wrong with each sentence, told beside the one before it in its paragraph or list; headings are passed over. What it
 * says stands at the sentence.
 */
export const ofSentences = (
  studied: Studied,
  wrongIn: (
    sentence: Sentence,
    previous: Sentence | undefined,
    context: readonly Sentence[],
  ) => readonly Omit<Said, 'at' | 'place'>[],
): Located[] =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, at) =>
      sentence.passage.kind === 'heading'
        ? []
        : wrongIn(sentence, context[at - 1], context).map((one) =>
            located(studied, { at: sentence, place: sentence.passage.place, ...one }),
          ),
    ),
  )
