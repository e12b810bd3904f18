import type { ReportingYear } from '../../calendar/reportingYear.ts'
import { type FaultIn, type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { linesField } from '../../platform/web/forms/texts.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { type Format, formats } from '../write/files.ts'
import { documentView } from '../../documents/write/html/html.ts'
import type { NumberedSection } from '../../documents/document.ts'
import { editionNames, editions } from '../domain/edition.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import type { Finding } from '../../proofreading/domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { checked } from '../write/checked.ts'

/** The most characters of a section's words: about eight pages. */
export const MOST_CHARACTERS = 20_000

/** The form of a section's words. */
export const wordsForm = formOf({ words: linesField({ most: MOST_CHARACTERS }) })
type WordsForm = typeof wordsForm

const formatNames: Readonly<Record<Format, string>> = {
  html: 'The report as a web page in one file (HTML)',
  docx: 'The report as a Word document, to edit',
  pdf: 'The report as a PDF, to print or send',
  ods: 'Every table as one OpenDocument spreadsheet',
  csv: 'Its figures as CSV',
  json: 'Its figures as JSON, with their definitions',
}

const severityNames: Readonly<Record<Finding['severity'], string>> = {
  error: 'Can’t be right',
  warning: 'Probably wrong',
  note: 'Worth a look',
}

const placeOf = (section: NumberedSection) =>
  section.blocks.flatMap((block) => (block.kind === 'own_words' ? [block] : []))[0]

/**
 * The page on which a year's report is put together. `saved`: the section whose words have just been kept; `mayWrite`:
 * whether sections open to writing them.
 */
export function reportPage(report: Report, years: readonly ReportingYear[], saved: string | null, mayWrite: boolean) {
  const { code } = report.authority
  const path = (...parts: string[]) => authorityPath(code, 'report', report.year, ...parts)
  const places = report.sections.filter((section) => placeOf(section))
  const written = places.filter((section) => placeOf(section)?.text !== null)
  const savedSection = places.find(({ id }) => id === saved)
  return {
    title: `Annual report ${report.year}`,
    years: [...years]
      .sort((a, b) => b.startYear - a.startYear)
      .map(({ name }) => ({ name, href: authorityPath(code, 'report', name), isCurrent: name === report.year })),
    front: report.front.map(({ label, text }) => ({ key: { text: label }, value: { text } })),
    savedMessage: savedSection ? `Your words for “${savedSection.title}” are kept` : '',
    progress: `${written.length} of ${places.length} places for your own words are written.`,
    readHref: path('read'),
    checkHref: path('check'),
    sections: report.sections.map((section) => sectionItem(section, path, mayWrite)),
    editions: editions.map((edition) => ({
      name: editionNames[edition],
      files: formats.map((format) => ({
        text: formatNames[format],
        href: withQuery(path('download', format), { edition }),
      })),
    })),
  }
}

/** A section as an item of GOV.UK's task list: one with a place for words opens to writing them. */
function sectionItem(section: NumberedSection, path: (...parts: string[]) => string, mayWrite: boolean) {
  const place = placeOf(section)
  const title = { text: `${section.number}. ${section.title}` }
  if (!place) return { title, href: `${path('read')}#${section.id}`, status: { text: 'Written from the figures' } }
  const status = place.text === null ? { tag: { text: 'To write', classes: 'govuk-tag--blue' } } : { text: 'Written' }
  return { title, href: mayWrite ? path('words', section.id) : `${path('read')}#${section.id}`, status }
}

/** What the checker finds in the board's edition, which shows small numbers on purpose. */
export function checkPage(report: Report) {
  return {
    title: `What the checker found in the annual report ${report.year}`,
    findings: checked(report)
      .filter(({ kind }) => kind !== 'small-cell')
      .map(({ quote, also, place, message, computation, expected, severity }) => ({
        quote,
        also: also ?? '',
        place,
        message,
        computation: computation ?? '',
        expected: expected ?? '',
        severity: severityNames[severity],
      })),
    back: { text: 'Back to the sections', href: authorityPath(report.authority.code, 'report', report.year) },
  }
}

/** The whole report as a page. */
export function readPage(report: Report) {
  return {
    title: report.title,
    report: documentView(report),
    back: { text: 'Back to the sections', href: authorityPath(report.authority.code, 'report', report.year) },
  }
}

/** The page on which the words of a section are written, with what its figures say; null where it has no such place. */
export function wordsPage(
  report: Report,
  id: string,
  typed: TypedIn<WordsForm> | null,
  faults: readonly FaultIn<WordsForm>[],
  csrfToken: string,
) {
  const section = report.sections.find((one) => one.id === id)
  const place = section && placeOf(section)
  if (!section || !place) return null
  const { code } = report.authority
  const withoutWords = { ...section, blocks: section.blocks.filter((block) => block.kind !== 'own_words') }
  const [figures] = documentView({ ...report, sections: [withoutWords] }).sections
  return {
    title: `Your words: ${section.title}`,
    heading: section.title,
    caption: `Annual report ${report.year}`,
    prompt: place.prompt,
    ...wordsForm.shown(typed ?? wordsForm.first({ words: place.text }), faults),
    blocks: figures?.blocks ?? [],
    back: { text: 'Back to the sections', href: authorityPath(code, 'report', report.year) },
    action: authorityPath(code, 'report', report.year, 'words', section.id),
    csrfToken,
  }
}
