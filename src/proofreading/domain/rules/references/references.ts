import type { Located } from '../../finding.ts'
import type { Span } from '../../reportText.ts'
import { type Rule, type Studied, isInContents, located, titleOf } from '../../studied.ts'
import { entriesOf } from './contentsList.ts'

/** What a report refers to and does not have: tables, figures, appendices, sections, paragraphs; contents that don't fit. */
export const references: Rule = (studied) => [
  ...named(studied),
  ...paragraphs(studied),
  ...contentsOtherwise(studied),
  ...pages(studied),
]

/** Pages that a report may have after the last that its contents name. */
const PAGES_AFTER = 15

/** Room for pages that are emptier than others, and for pictures. */
const [PAGE_ROOM, MORE_PAGES] = [2, 3]

/** How many pages may follow the last that the contents name, by how much text a page has. */
function pagesAfter(studied: Studied): number {
  const entries = entriesOf(studied)
  const placed = entries.flatMap(({ page, title, end }) => {
    const heading = studied.passages.find((one) => one.start > end && one.kind === 'heading' && titleOf(one.text) === title)
    return page === null || !heading ? [] : [{ page, start: heading.start }]
  })
  const [first, last] = [placed[0], placed.at(-1)]
  const ends = Math.max(...entries.map(({ page }) => page ?? 0))
  if (!first || !last || last.page !== ends || last.page - first.page < 4 || last.start <= first.start) return PAGES_AFTER
  const onPage = (last.start - first.start) / (last.page - first.page)
  return Math.min(PAGES_AFTER, Math.ceil(((studied.report.text.length - last.start) / onPage) * PAGE_ROOM) + MORE_PAGES)
} // prettier-ignore

/** `see page 41`, in a report whose contents end at page 12. */
function pages(studied: Studied): Located[] {
  const named = studied.contents.flatMap(({ start, end }) =>
    studied.report.text
      .slice(start, end)
      .split('\n')
      .flatMap((line) => {
        const page = /(?:^|[\s.])(\d{1,3})\s*$/.exec(line)?.[1]
        return page === undefined ? [] : [Number(page)]
      }),
  )
  const marked = [...studied.report.text.matchAll(/^[ \t]*page[ \t]+(\d{1,3})(?:[ \t]+of[ \t]+\d+)?[ \t]*$/gim)].map(
    (match) => Number(match[1]),
  )
  if (named.length < 3) return []
  const last = Math.max(...named, ...marked)
  const after = pagesAfter(studied)
  return studied.sentences.flatMap((sentence): Located[] => {
    const match = /\b(?:on|see|at|to|from) pages? (\d{1,3})\b(?![^.;]{0,40}\b(?:of the|handbook|guidance|act)\b)/i.exec(
      sentence.text,
    )
    if (!match || Number(match[1]) <= last + after) return []
    return [
      located(studied, {
        at: sentence,
        place: sentence.passage.place,
        kind: 'reference',
        message: `The report has no page ${match[1] ?? ''}: its contents end at page ${last}.`,
        expected: null,
        severity: 'error',
        confidence: 0.82,
      }),
    ]
  })
}

const KINDS = [
  { words: 'Table', form: 'tables?', least: 1 },
  { words: 'Figure', form: 'figures?|fig\\.', least: 1 },
  { words: 'Chart', form: 'charts?|graphs?', least: 1 },
  { words: 'Appendix', form: 'appendix|appendices|annex(?:e)?', least: 0 },
  { words: 'Part', form: 'parts?', least: 3 },
  { words: 'Section', form: 'sections?|chapters?', least: 3 },
] as const

type Kind = (typeof KINDS)[number]

const VERB =
  '(?:shows?|says?|describes?|explains?|sets?|gives?|provides?|indicates?|illustrates?|below|above|is|presents?|details|compares?|summar\\w+|breaks|lists|contains|includes|highlights|demonstrates|reports)\\b'
const LABEL = '([A-Z]\\d?|\\d{1,2}[a-z]?|[IVX]{1,4})'

function named(studied: Studied): Located[] {
  return KINDS.flatMap((kind) => {
    const there = thereOf(studied, kind)
    const isKnown = there.size >= kind.least && (kind.words !== 'Appendix' || there.size > 0 || referredOften(studied))
    if (!isKnown) return []
    return referring(studied, kind).flatMap(({ label, at, place, sentence }): Located[] => {
      if (there.has(label.toUpperCase()) || isOfAnother(sentence.slice(at.start - place.start))) return []
      return [
        located(studied, {
          at: place,
          place: place.place,
          kind: 'reference',
          message: `The report has no ${kind.words} ${label}.`,
          expected: null,
          severity: 'error',
          confidence: kind.words === 'Section' || kind.words === 'Part' ? 0.8 : 0.9,
        }),
      ]
    })
  })
}

/** Whether a report without any heading of an appendix may be believed to have none: one that refers to it as its own. */
const referredOften = ({ report }: Studied): boolean => report.text.length > 1500

const isOfAnother = (words: string): boolean =>
  /^[^.;]{0,60}?\b(?:of|to|in) the (?:IRO |statutory |handbook|guidance|regulations|act\b|DfE|report of|strategy|policy|protocol|\w+ Act)/i.test(
    words,
  ) || /^\S+ \S+,? (?:of the )?[A-Z][\w ]*(?:Act|Regulations|Handbook)\b/.test(words)

interface Referred {
  label: string
  at: Span
  place: Span & { place: string }
  sentence: string
}

function referring({ sentences }: Studied, kind: Kind): Referred[] {
  const form = new RegExp(`\\b(?:${kind.form})\\s+${LABEL}\\b(?!\\s*[-:]|\\s?\\(?\\d|/)`, 'gi')
  return sentences.flatMap((sentence) => {
    const { text, start, end, passage } = sentence
    return [...text.matchAll(form)].flatMap((match): Referred[] => {
      const label = match[1] ?? ''
      const lead = text.slice(0, match.index)
      // Its own caption, or a law's section.
      if (
        lead.replaceAll(/[^A-Za-z0-9]/g, '') === '' &&
        match.index < 4 &&
        !new RegExp(`^\\s*${VERB}`, 'i').test(text.slice(match.index + match[0].length))
      )
        return []
      if (
        (kind.words === 'Section' || kind.words === 'Part') &&
        !/\b(?:see|in|at|refer to|under|described in|explained in|set out in|also|(?:see|refer to)\b[^.;]{0,60}\b(?:and|or)|as)\s+\(?$/i.test(
          lead,
        ) &&
        !(
          /^\W*$/.test(lead) &&
          /^\s+(?:says|shows|sets out|describes|explains|gives)\b/i.test(text.slice(match.index + match[0].length))
        )
      )
        return []
      // Headings are numbered without letters: `section 25B` is of an act.
      if (
        (kind.words === 'Section' || kind.words === 'Part') &&
        (Number(label) > 15 ||
          !/^\d+$/.test(label) ||
          /\b(?:act|order|LAC|accommodat\w*|enquir\w*|investigat\w*|children act|care|consent)\b/i.test(
            text.slice(match.index, match.index + 60),
          ))
      )
        return []
      // Annex A is the list that Ofsted asks every authority for.
      if (/^annex/i.test(match[0]) && label === 'A') return []
      if (!/^[\dIVX]/.test(label) && !/^[A-Z]$/.test(label)) return []
      return [
        {
          label,
          at: { start: start + match.index, end: start + match.index + match[0].length },
          place: { start, end, place: passage.place },
          sentence: text,
        },
      ]
    })
  })
}

/** The labels that the report's own captions and headings bear. */
function thereOf({ passages, tables, contents, report }: Studied, kind: Kind): Set<string> {
  const caption = new RegExp(`^\\W*(?:${kind.form})\\s+${LABEL}\\b(?!\\s+${VERB})`, 'i')
  const labels = new Set<string>()
  const add = (text: string) => {
    const label = caption.exec(text.trim())?.[1]
    if (label !== undefined) labels.add(label.toUpperCase())
  }
  for (const { text } of passages)
    if (text.length < 220 || /^\W*(?:table|figure|chart)\s+\w+\s*[:.-]/i.test(text)) add(text)
  for (const { caption: words, rows } of tables) {
    if (words !== null) add(words)
    for (const { cells } of rows.slice(0, 2)) for (const { text } of cells) add(text)
  }
  for (const line of contents) for (const row of report.text.slice(line.start, line.end).split('\n')) add(row)
  if (kind.words === 'Section') {
    for (const { kind: of, text } of passages) {
      const number = of === 'heading' ? /^(?:section\s*)?(\d{1,2})(?=[\s.:)])/i.exec(text.trim())?.[1] : undefined
      if (number !== undefined) labels.add(number)
    }
  }
  return labels
}

/** `as highlighted in 5.6`, where section 5 ends at 5.4. */
function paragraphs(studied: Studied): Located[] {
  const numbers = new Set(studied.passages.flatMap(({ text }) => /^\W*(\d{1,2}\.\d{1,2})\.?\s/.exec(text)?.[1] ?? []))
  const chapters = new Set([...numbers].map((number) => number.split('.')[0] ?? ''))
  if (numbers.size < 6) return []
  return studied.sentences.flatMap((sentence) =>
    [
      ...sentence.text.matchAll(
        /\b(?:(?:see|in|at|highlighted in|described in|set out in|per) (?:paragraph |section |para\.? )?|(?:paragraph|section|para\.?) )(\d{1,2}\.\d{1,2})(?![\d%]|\s?%|\s+(?:of|children|per|in |FTE|days|weeks|months|years|to|compared|from|cases|percentage|handbook))/gi,
      ),
    ].flatMap((match): Located[] => {
      const number = match[1] ?? ''
      if (
        numbers.has(number) ||
        !chapters.has(number.split('.')[0] ?? '') ||
        /^\s*(?:IRO )?handbook/i.test(sentence.text.slice(match.index + match[0].length))
      )
        return []
      return [
        located(studied, {
          at: sentence,
          place: sentence.passage.place,
          kind: 'reference',
          message: `The report has no paragraph ${number}.`,
          expected: null,
          severity: 'error',
          confidence: 0.85,
        }),
      ]
    }),
  )
}

const NUMBERED = /^\W*(?:section|chapter|part|appendix)?\s*(\d{1,2}|[A-H])\s*[.:)-]?\s+(?=\S)/i

/** A line of the contents whose number heads another section in the report. */
function contentsOtherwise(studied: Studied): Located[] {
  const lines = studied.contents.flatMap((line) =>
    studied.report.text
      .slice(line.start, line.end)
      .split('\n')
      .map((text) => ({ text, line })),
  )
  const headings = studied.passages.filter((one) => one.kind === 'heading' && !isInContents(studied, one))
  return lines.flatMap(({ text, line }): Located[] => {
    const form = /^\W*(section|appendix)\s*(\d{1,2}|[A-H])\s*[.:)-]?\s/i.exec(text)
    const title = titleOf(text)
    if (!form || title === '') return []
    const same = headings.find((heading) =>
      new RegExp(`^\\W*${form[1] ?? ''}\\s*${form[2] ?? ''}\\b`, 'i').test(heading.text),
    )
    const elsewhere = headings.find(
      (heading) =>
        NUMBERED.test(heading.text) &&
        titleOf(heading.text) === title &&
        new RegExp(`^\\W*${form[1] ?? ''}`, 'i').test(heading.text),
    )
    if (
      !same ||
      !elsewhere ||
      titleOf(same.text) === title ||
      same === elsewhere ||
      overlaps(titleOf(same.text), title)
    )
      return []
    const start = line.start + studied.report.text.slice(line.start, line.end).indexOf(text)
    return [
      located(studied, {
        at: { start, end: start + text.length },
        also: elsewhere,
        place: 'Contents',
        kind: 'reference',
        message: `The contents number this section ${form[2] ?? ''}; in the report it is “${elsewhere.text.trim()}”.`,
        expected: elsewhere.text.trim(),
        severity: 'error',
        confidence: 0.88,
      }),
    ]
  })
}

const overlaps = (one: string, other: string): boolean => one.includes(other) || other.includes(one)
