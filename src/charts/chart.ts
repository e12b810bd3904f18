import { element, escaped } from './svg.ts'

/** What a chart says in words. `id` is unique on its page: letters, digits and hyphens. */
export interface ChartText {
  id: string
  title: string
  /** What the picture shows, in a sentence or two, for who does not see it. */
  description: string
}

/** One row of numbers to draw, one value a category; null where nothing is known. */
export interface Series {
  label: string
  values: readonly (number | null)[]
}

/** What bars and columns draw: one shape for all, so that one table fits all. */
export interface ChartData extends ChartText {
  /** What the categories are: `Month`. */
  categoryHeading: string
  categories: readonly string[]
  series: readonly Series[]
  /** How a value is written; whole numbers with separators unless said otherwise. */
  format?: (value: number) => string
  /** How one that is not there is written; `not known` unless said otherwise. */
  missing?: string
  /** Where the scale ends: 100 for shares, so that a small share looks small. The largest value unless said otherwise. */
  scaleEnd?: number
}

/** The same as the picture, as a table. The first cell of a row names the row. */
export interface ChartTable {
  caption: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
}

/** A picture and its table. `svg` stands by itself: inline in a page, in a file, or made into a PNG. */
export interface Chart extends ChartText {
  svg: string
  table: ChartTable
}

/** The width of every chart in its own units; a page scales it. */
export const CHART_WIDTH = 600
export const FONT_SIZE = 18

/** The typefaces of every chart, as its picture names them. */
export const FONT_FAMILY = "Arial, 'Liberation Sans', Helvetica, sans-serif"
// Presentation attributes, no style attribute: a strict content security policy forbids those.
const FONT = { 'font-family': FONT_FAMILY, 'font-size': FONT_SIZE }
export const INK = '#0b0c0c'
export const GRID = '#cecece'

/** The picture around a chart's parts: its size, its name and description, a white ground under it. */
export function chartSvg(text: ChartText, width: number, height: number, definitions: string, parts: string): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'chart',
      role: 'img',
      'aria-labelledby': `${text.id}-title ${text.id}-description`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      fill: INK,
      ...FONT,
    },
    element('title', { id: `${text.id}-title` }, escaped(text.title)),
    element('desc', { id: `${text.id}-description` }, escaped(text.description)),
    definitions,
    element('rect', { class: 'chart-ground', width, height, fill: '#ffffff' }),
    parts,
  )
}

/** The chart of these data: the picture with the table of exactly the values it draws. */
export function chartOf(data: ChartData, svg: string): Chart {
  const write = valueWriter(data)
  return {
    id: data.id,
    title: data.title,
    description: data.description,
    svg,
    table: {
      caption: data.title,
      columns: [data.categoryHeading, ...data.series.map((series) => series.label)],
      rows: data.categories.map((category, index) => [
        category,
        ...data.series.map((series) => write(series.values[index] ?? null)),
      ]),
    },
  }
}

/** How this chart writes a value; words for what is not there. */
export function valueWriter(data: Pick<ChartData, 'format' | 'missing'>): (value: number | null) => string {
  const format = data.format ?? ((value: number) => value.toLocaleString('en-GB'))
  return (value) => (value === null ? (data.missing ?? 'not known') : format(value))
}
