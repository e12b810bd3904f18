import type { ReportPart } from '../../../house/reportPart.ts'
import type { Block, Table } from '../../../documents/block.ts'
import { type Measure, tellsSomething, valued } from '../measure.ts'
import { heading, paragraph, yearNames } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import type { Section } from '../section.ts'
import { countText } from '../sentences.ts'
import { changedShares } from '../changedShares.ts'
import { breakdownTable } from '../tables.ts'
import { measuresTable } from '../measuresTable.ts'

/** The section of what a room has printed: what is asked, its figures in a table, and how each of them divides. */
export const sectionOf = ({ id, place, title, says, figures, prompt }: ReportPart): Section => ({
  id,
  place,
  title,
  figures,
  prompt,
  write: (year) => [...says.flatMap((text) => paragraph(text)), ...figuresIn(year, figures, title)],
})

/** Figures in words and tables: the first of them, what has changed, all of them, and how they divide. */
export function figuresIn(year: ReportYear, ids: readonly string[], title: string): Block[] {
  const measures = ids.flatMap((id) => valued(year.now, id) ?? [])
  if (measures.length === 0)
    return paragraph('None of this section’s figures could be worked out for the year: “About the data” says why.')
  const tables: (Table | null)[] = [
    measuresTable(
      year,
      ids.filter((id) => !measures.some((measure) => measure.id === id && isOnlyDivided(measure))),
      `${title}, ${yearNames(year)}`,
      leftOut(measures),
    ),
    ...measures
      .filter(({ unit, breakdown }) => unit === 'count' && breakdown.length > 0)
      .map(({ id, label }) =>
        breakdownTable(year, id, { caption: `${label}, ${yearNames(year)}`, heading: 'Of which' }),
      ),
  ]
  const shown = [...changedShares(year, measures), ...tables.filter((table) => table !== null)]
  return shown.length > 0 ? shown : paragraph('The numbers on this are small, and are not shown.')
}

/** `Audits by grade`: the total stands in its own table, and says nothing beside other measures. */
const isOnlyDivided = ({ unit, label, breakdown }: Measure): boolean =>
  unit === 'count' && breakdown.length > 0 && /\bby\b/.test(label)

/** How many records each share leaves out, since what it turns on is not recorded. */
const leftOut = (measures: readonly Measure[]): string[] =>
  measures
    .filter(({ value, leftOut: count }) => value !== 'c' && typeof count === 'number' && count > 0)
    .map(
      ({ label, leftOut: count }) =>
        `${label}: ${countText(count ?? 0, 'record')} left out, since the fact is not recorded.`,
    )

/** Nothing this year, and nothing last year: as of what a service no longer does. */
const isNothing = ({ before }: ReportYear, { id, unit, value }: Measure): boolean =>
  unit === 'count' && value === 0 && (valued(before, id)?.value ?? 0) === 0

/** Every figure with a value that no other section prints, by subject: nothing that is known is left out of the report. */
export const furtherFigures = (printed: ReadonlySet<string>): Section => ({
  id: 'further_figures',
  place: 1680,
  title: 'Further figures',
  figures: [],
  prompt: null,
  isLeftOutWhenEmpty: true,
  write: (year) => {
    const further = [...year.now.measures.values()].filter(
      (measure) =>
        measure.value !== null && !printed.has(measure.id) && tellsSomething(measure) && !isNothing(year, measure),
    )
    return [...Map.groupBy(further, ({ area }) => area)].flatMap(([area, measures]) => {
      const blocks = figuresIn(
        year,
        measures.map(({ id }) => id),
        area,
      )
      return [heading(area), ...blocks]
    })
  },
})
