import type { ReportingYear } from '../../calendar/reportingYear.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { type Format, formats } from '../write/files.ts'
import { documentView } from '../../documents/write/html/html.ts'
import type { NumberedSection } from '../../documents/document.ts'
import { editionNames, editions } from '../domain/edition.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import type { Finding } from '../../proofreading/domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { checked } from '../write/checked.ts'
import { stateInWords } from './publishing.view.ts'
import type { ReportCourse } from '../domain/published/course.ts'

const formatNames: Readonly<Record<Format, string>> = {
  html: 'The report as a web page in one file (HTML)',
  docx: 'The report as a Word document, to edit',
  pdf: 'The report as a PDF, to print or send',
  ods: 'Every table as one OpenDocument spreadsheet',
  csv: 'Its figures as CSV',
  json: 'Its figures as JSON, with their definitions',
  tables: 'Every table as a CSV file of its own, in one zip',
}

const severityNames: Readonly<Record<Finding['severity'], string>> = {
  error: 'Can’t be right',
  warning: 'Probably wrong',
  note: 'Worth a look',
}

/** The place in a section for the service's own words; undefined where it has none. */
export const placeOf = (section: NumberedSection) =>
  section.blocks.flatMap((block) => (block.kind === 'own_words' ? [block] : []))[0]

/** What the checker finds in one section of the board's edition. */
export const foundIn = (report: Report, section: NumberedSection) =>
  checked({ ...report, sections: [section] })
    // What a sentence refers to may stand in another section.
    .filter(({ kind }) => kind !== 'small-cell' && kind !== 'reference')

/**
 * The page on which a year's report is put together. `saved`: the section whose words have just been kept; `may`:
 * whether the user may write words, and tell stories.
 */
export function reportPage(
  report: Report,
  years: readonly ReportingYear[],
  saved: string | null,
  may: { write: boolean; tell: boolean },
  course: ReportCourse,
  writtenBy: ReadonlyMap<string, string>,
) {
  const { code } = report.authority
  const path = (...parts: string[]) => authorityPath(code, 'report', report.year, ...parts)
  const places = report.sections.filter((section) => placeOf(section))
  const written = places.filter((section) => placeOf(section)?.text !== null)
  const savedSection = places.find(({ id }) => id === saved)
  const found = savedSection ? foundIn(report, savedSection).length : 0
  return {
    title: `Annual report ${report.year}`,
    years: [...years]
      .sort((a, b) => b.startYear - a.startYear)
      .map(({ name }) => ({ name, href: authorityPath(code, 'report', name), isCurrent: name === report.year })),
    front: report.front.map(({ label, text }) => ({ key: { text: label }, value: { text } })),
    savedMessage: savedSection ? `Your words for “${savedSection.title}” are kept` : '',
    savedFound:
      savedSection && found > 0
        ? {
            text: `The checker found ${found === 1 ? 'one thing' : `${found} things`} in this section`,
            href: `${path('words', savedSection.id)}#found`,
          }
        : null,
    progress: `${written.length} of ${places.length} places for your own words are written.`,
    state: stateInWords(course),
    publishHref: path('publish'),
    aimsHref: path('aims'),
    storiesHref: may.tell ? path('stories') : null,
    comparatorsHref: authorityPath(code, 'comparators', report.year),
    definitionsHref: path('definitions'),
    glanceHref: authorityPath(code, 'glance'),
    readHref: path('read'),
    checkHref: path('check'),
    sections: report.sections.map((section) => sectionItem(section, path, may.write, writtenBy.get(section.id))),
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
function sectionItem(
  section: NumberedSection,
  path: (...parts: string[]) => string,
  mayWrite: boolean,
  writtenBy: string | undefined,
) {
  const place = placeOf(section)
  const title = { text: `${section.number}. ${section.title}` }
  if (!place) return { title, href: `${path('read')}#${section.id}`, status: { text: 'Written from the figures' } }
  const status = place.text === null ? { tag: { text: 'To write', classes: 'govuk-tag--blue' } } : { text: 'Written' }
  const hint = place.text !== null && writtenBy !== undefined ? { hint: { text: writtenBy } } : {}
  return { title, href: mayWrite ? path('words', section.id) : `${path('read')}#${section.id}`, status, ...hint }
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
