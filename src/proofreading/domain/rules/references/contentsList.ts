import type { Passage, Span } from '../../reportText.ts'
import { type Rule, type Said, type Studied, isInContents, located, titleOf } from '../../studied.ts'
import { startOf } from '../../words/facts.ts'

/** Contents whose pages or numbers are out of order, that name another year than the heading, or a section that is not there. */
export const contentsList: Rule = (studied) => {
  const entries = entriesOf(studied)
  if (entries.length < FEWEST) return []
  const headings = headingsOf(studied)
  return [
    ...pagesOutOfOrder(entries),
    ...numbersOutOfOrder(entries),
    ...otherYears(entries, headings),
    ...notThere(studied, entries, headings),
  ].map(({ at, also, message, confidence }) =>
    located(studied, { at, also, place: 'Contents', kind: 'reference', message, severity: 'error', confidence }),
  )
}

interface Wrong extends Pick<Said, 'at' | 'message' | 'confidence'> {
  also: Span | null
}

const FEWEST = 4

interface Entry extends Span {
  text: string
  title: string
  page: number | null
  /** `appendix`, `section` or nothing, with the number that follows. */
  kind: string
  number: number | null
}

const PAGE = /(?:\t|\.{2,}|\s{3,}|page:?)\s*(\d{1,3})\s*$/i
const LABEL = /^\W*(?:(section|appendix|chapter|part)\s*)?(\d{1,2})(?![\d.]*\.\d)\s*[.:)-]?\s+(?=\S*[A-Za-z])/i

/** The lines of the contents. */
export function entriesOf({ contents, report }: Studied): Entry[] {
  return contents.flatMap((span) => {
    let start = span.start
    return report.text
      .slice(span.start, span.end)
      .split('\n')
      .flatMap((text): Entry[] => {
        const at = start
        start += text.length + 1
        const page = PAGE.exec(text)?.[1]
        const label = LABEL.exec(text)
        const title = titleOf(page === undefined ? text : text.slice(0, PAGE.exec(text)?.index))
        if (title === '') return []
        return [
          {
            start: at,
            end: at + text.length,
            text: text.trim(),
            title,
            page: page === undefined ? null : Number(page),
            kind: label?.[1]?.toLowerCase() ?? '',
            number: label ? Number(label[2]) : null,
          },
        ]
      })
  })
}

/** The headings of the report itself. */
const headingsOf = (studied: Studied): Passage[] =>
  studied.passages.filter(
    (one) => !/[.;,]\s*$/.test(one.text) && !isInContents(studied, one) && one.text.length < LONGEST,
  ) // prettier-ignore

const LONGEST = 140

/** `Impact 15`, and below it `Conclusion 14`. */
function pagesOutOfOrder(entries: readonly Entry[]): Wrong[] {
  const paged = entries.flatMap((entry) => (entry.page === null ? [] : [{ entry, page: entry.page }]))
  if (paged.length < FEWEST) return []
  const falls = paged.flatMap((one, at) => {
    const next = paged[at + 1]
    return next && next.page < one.page ? [{ one, next, at }] : []
  })
  const [fall, other] = falls
  // More falls than one are a list that was read in columns.
  if (!fall || other) return []
  const after = paged[fall.at + 2]
  // `10, 13, 12`: the one that is too high stands out where all else goes up without it.
  const isFirstOdd = (paged[fall.at - 1]?.page ?? 0) <= fall.next.page
  const isLastOdd = after !== undefined && after.page >= fall.one.page
  return [
    {
      at: isFirstOdd && !isLastOdd ? fall.one.entry : fall.next.entry,
      also: isFirstOdd && !isLastOdd ? fall.next.entry : fall.one.entry,
      message: `The contents give page ${fall.one.page} and, for what comes after it, page ${fall.next.page}.`,
      confidence: 0.88,
    },
  ]
}

/** `Appendix 3`, `Appendix 4`, `Appendix 6`. */
function numbersOutOfOrder(entries: readonly Entry[]): Wrong[] {
  return ['', 'section', 'appendix', 'chapter', 'part'].flatMap((kind): Wrong[] => {
    const numbered = entries.flatMap((entry) =>
      entry.kind === kind && entry.number !== null ? [{ entry, number: entry.number }] : [],
    )
    if (numbered.length < FEWEST || numbered[0]?.number !== 1) return []
    const odd = numbered.filter(({ number }, at) => at > 0 && number !== (numbered[at - 1]?.number ?? 0) + 1)
    const [first] = odd
    // A slip makes one or two steps odd; more of them are another way of counting.
    if (!first || odd.length > 2) return []
    const before = numbered[numbered.indexOf(first) - 1]
    return [
      {
        at: first.entry,
        also: before?.entry ?? null,
        message: `In the contents ${before?.number ?? ''} is followed by ${first.number}.`,
        confidence: 0.82,
      },
    ]
  })
}

const YEARS = /\b(?:19|20)\d{2}(?:\s*(?:[-/]|to)\s*(?:\d{4}|\d{2}))?\b/g
const YEAR = /\b(?:19|20)\d{2}(?:\s*[-/]\s*(?:\d{4}|\d{2}))?\b/
const withoutYears = (text: string): string =>
  titleOf(text.replaceAll('\u2013', '-').replace(PAGE, '').replaceAll(YEARS, ' '))
const yearIn = (text: string): number | null => {
  const words = YEAR.exec(text.replaceAll(/[\u2010-\u2015]/g, '-').replace(PAGE, '').replaceAll(/\s+/g, ' '))?.[0]
  return words === undefined ? null : (startOf(words) ?? Number(words.slice(0, 4)))
} // prettier-ignore
const SHORTEST = 8

/** `Progress against targets 2022/23` in the contents, and `Progress against targets 2021/22` above the section. */
function otherYears(entries: readonly Entry[], headings: readonly Passage[]): Wrong[] {
  return entries.flatMap((entry): Wrong[] => {
    const [year, words] = [yearIn(entry.text), withoutYears(entry.text)]
    if (year === null || words.length < SHORTEST) return []
    const same = headings.filter(({ text }) => yearIn(text) !== null && withoutYears(text) === words)
    const [heading] = same
    const isTwice = entries.some((one) => one !== entry && withoutYears(one.text) === words)
    if (!heading || isTwice || same.some(({ text }) => yearIn(text) === year)) return []
    return [
      {
        at: entry,
        also: heading,
        message: `The contents name another year than the heading, “${heading.text.trim()}”.`,
        confidence: 0.85,
      },
    ]
  })
}

const FEWEST_FOUND = 5
const SMALL = new Set(['and', 'the', 'of', 'for', 'to', 'in', 'our', 'a', 'an', 'on', 'with', 'data', 'report'])
const wordsOf = (title: string): string[] => title.split(' ').filter((word) => word.length > 1 && !SMALL.has(word))

/** The one numbered line of the contents that no heading is like, in a report that has headings for all others. */
function notThere({ report }: Studied, entries: readonly Entry[], headings: readonly Passage[]): Wrong[] {
  const titles = headings.map(({ text }) => new Set(wordsOf(titleOf(text))))
  const isThere = ({ title }: Entry): boolean => {
    const words = wordsOf(title)
    return titles.some((heading) => words.filter((word) => heading.has(word)).length >= Math.max(1, words.length / 2))
  }
  const lacking = entries.filter((entry) => !isThere(entry))
  const [only, other] = lacking
  if (!only || other || only.number === null || entries.length - 1 < FEWEST_FOUND || wordsOf(only.title).length === 0) return []
  // What is named in the text may have a heading that was a picture.
  const named = report.text.slice(only.end).toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ').includes(` ${only.title} `)
  return named ? [] : [{ at: only, also: null, message: `The report has no section like this one of its contents.`, confidence: 0.8 }]
} // prettier-ignore
