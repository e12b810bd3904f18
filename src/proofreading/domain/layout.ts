import type { Grid } from './grid.ts'
import type { Part } from './reportText.ts'
import type { Studied } from './studied.ts'
import type { Sentence } from './words/sentences.ts'

/** Where the parts of a report stand, worked out once: a long report is asked for it by each rule, for each sentence. */
interface Layout {
  places: ReadonlyMap<Part, number>
  /** How many headings stand before each part, and the grids of tables after so many. */
  headings: readonly number[]
  underHeading: ReadonlyMap<number, readonly Grid[]>
  /** The grids, by the place of their table. */
  grids: ReadonlyMap<number, readonly Grid[]>
  /** The grids of tables that are numbered, by that. */
  labelled: ReadonlyMap<string, readonly Grid[]>
  /** The sentences under each heading, in their order. */
  sentences: ReadonlyMap<string, readonly Sentence[]>
}

const layouts = new WeakMap<Studied, Layout>()

const LABEL = /^\W*table\s+([A-Z]\d?|\d{1,2})\b/i

function layoutOf(studied: Studied): Layout {
  const known = layouts.get(studied)
  if (known) return known
  const { report, grids, sentences } = studied
  const places = new Map(report.parts.map((part, at) => [part, at]))
  let count = 0
  const headings = report.parts.map(({ kind }) => (kind === 'heading' ? count++ : count))
  const layout: Layout = {
    places,
    headings,
    underHeading: Map.groupBy(grids, ({ table }) => headings[places.get(table) ?? 0] ?? 0),
    grids: Map.groupBy(grids, ({ table }) => places.get(table) ?? -1),
    labelled: Map.groupBy(grids, ({ table }) => (LABEL.exec(table.caption ?? '')?.[1] ?? '').toUpperCase()),
    sentences: Map.groupBy(
      sentences.toSorted((a, b) => a.start - b.start),
      ({ passage }) => passage.place,
    ),
  }
  layouts.set(studied, layout)
  return layout
}

/** The place of a part among the parts of the report; null where it is a row of one. */
export const placeOf = (studied: Studied, part: Part): number | null => layoutOf(studied).places.get(part) ?? null

/** The grids of tables at most so many parts before or after a part. */
export function gridsWithin(studied: Studied, part: Part, distance: number): Grid[] {
  const here = placeOf(studied, part)
  if (here === null) return []
  const { grids } = layoutOf(studied)
  return Array.from({ length: 2 * distance + 1 }, (_, at) => grids.get(here - distance + at) ?? []).flat()
}

/** The grids of the tables with a number: `Table 4`. */
export const gridsLabelled = (studied: Studied, label: string): readonly Grid[] =>
  layoutOf(studied).labelled.get(label.toUpperCase()) ?? []

/** The grids of tables under the heading under which a part stands. */
export function gridsUnderHeading(studied: Studied, part: Part): readonly Grid[] {
  const here = placeOf(studied, part)
  const { headings, underHeading } = layoutOf(studied)
  return here === null ? [] : (underHeading.get(headings[here] ?? 0) ?? [])
}

/** The sentences under the same heading that end before a sentence begins: the nearest, and at most so many. */
export function sentencesBefore(studied: Studied, { passage, start }: Sentence, most: number): readonly Sentence[] {
  const all = layoutOf(studied).sentences.get(passage.place) ?? []
  let [from, to] = [0, all.length]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if ((all[middle]?.end ?? start) <= start) from = middle + 1
    else to = middle
  }
  return all.slice(Math.max(0, from - most), from)
}
