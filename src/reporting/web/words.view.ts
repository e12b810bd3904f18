import { documentView } from '../../documents/write/html/html.ts'
import type { NumberedSection } from '../../documents/document.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { type FaultIn, type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { linesField } from '../../platform/web/forms/texts.ts'
import { momentInWords } from '../../platform/web/moments.ts'
import type { WrittenReport } from '../app/annualReport.ts'
import type { WordsWritten } from '../app/ports.ts'
import { insertable, notInserted } from '../domain/inserted.ts'
import type { ReportYear } from '../domain/reportYear.ts'
import { measureValue, partsText } from '../domain/sentences.ts'
import { foundIn, placeOf } from './report.view.ts'

/** The most characters of a section's words: about eight pages. */
export const MOST_CHARACTERS = 20_000

/** The form of a section's words. */
export const wordsForm = formOf({ words: linesField({ most: MOST_CHARACTERS }) })
export type WordsForm = typeof wordsForm

/** What is wrong with words that name figures which there are not. */
export function insertedFaults(words: string, year: ReportYear): FaultIn<WordsForm>[] {
  return notInserted(words, year).map(({ place, figure }) => ({
    field: 'words',
    text: year.now.measures.has(figure)
      ? `${place}: this figure is not divided in that way`
      : `${place}: there is no figure ${figure}. The names are listed under “Insert a figure by its name”`,
  }))
}

/** The ids of the figures that a section prints, each once. */
const figuresIn = (section: NumberedSection): string[] => [
  ...new Set(
    section.blocks.flatMap((block) => {
      if (block.kind === 'table')
        return block.rows.flatMap(({ cells }) => cells.flatMap(({ from }) => from?.figure ?? []))
      return block.kind === 'key_figures' ? block.figures.flatMap(({ value }) => value.from?.figure ?? []) : []
    }),
  ),
]

/** The figures of the year that may be inserted, those of the section apart. */
function figuresToInsert(section: NumberedSection, { now }: ReportYear) {
  const own = new Set(figuresIn(section))
  const lines = [...now.measures.values()]
    .filter(({ value }) => value !== null)
    .map((measure) => ({
      isOwn: own.has(measure.id),
      label: measure.label,
      place: `{${measure.id}}`,
      value: `${measureValue(measure)}${measure.unit === 'percent' ? `, ${partsText(measure)}` : ''}`,
    }))
  return { own: lines.filter(({ isOwn }) => isOwn), others: lines.filter(({ isOwn }) => !isOwn) }
}

/** The page on which the words of a section are written, with what its figures say; null where it has no such place. */
export function wordsPage(
  { report, shownYear, typed: kept }: WrittenReport,
  id: string,
  form: { typed: TypedIn<WordsForm>; faults: readonly FaultIn<WordsForm>[] } | null,
  history: readonly (Pick<WordsWritten, 'words' | 'at'> & { name: string })[],
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
    ...wordsForm.shown(form?.typed ?? wordsForm.first({ words: kept.get(id) ?? null }), form?.faults ?? []),
    blocks: figures?.blocks ?? [],
    toInsert: figuresToInsert(section, shownYear),
    insertable: Object.entries(insertable)
      .filter(([word]) => word !== '')
      .map(([word, means]) => ({ word, means })),
    found: foundIn(report, section).map(({ quote, message, computation }) => ({
      quote,
      message,
      computation: computation ?? '',
    })),
    versions: history.map(({ words, at, name }) => ({ words, at: momentInWords(at), by: name })),
    back: { text: 'Back to the sections', href: authorityPath(code, 'report', report.year) },
    action: authorityPath(code, 'report', report.year, 'words', section.id),
    csrfToken,
  }
}
