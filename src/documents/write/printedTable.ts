import type { KeyFigure, Row, Table } from '../block.ts'
import type { Look } from '../document.ts'

/** The width of the text on the page, in twentieths of a point, as all widths here. */
export const TEXT_WIDTH = 9306
const CHARACTER_WIDTH = 112
/** How much larger the words of tables are than usual. */
const LARGER: Readonly<Record<Look, number>> = { easy_read: 32 / 19, large_print: 36 / 19 }
const CELL_PADDING = 190
/** A column of words is worth this many characters, however much stands in it: it breaks into lines. */
const MOST_CHARACTERS = 30

/** A table of no more rows stays on one page. */
export const MOST_ROWS_KEPT_TOGETHER = 16

/** Of each column whether numbers stand in it. The first names the rows. */
export const numberColumns = (headings: readonly string[], rows: readonly Row[]): boolean[] =>
  headings.map((_, index) => index > 0 && rows[0]?.cells[index - 1]?.isNumber === true)

/**
 * Columns of numbers as wide as what stands in them; the rest shared by the columns of words, by what they hold. None is
 * narrower than its longest word, as long as the page has room for all of these.
 */
export function columnWidths(headings: readonly string[], rows: readonly Row[], look: Look | undefined): number[] {
  const texts = headings.map((_, index) =>
    rows.map((row) => (index === 0 ? row.heading : (row.cells[index - 1]?.text ?? ''))),
  )
  const isNumber = numberColumns(headings, rows)
  const widthOf = (characters: number) =>
    Math.min(characters, MOST_CHARACTERS) * CHARACTER_WIDTH * (look === undefined ? 1 : LARGER[look]) + CELL_PADDING
  const columns = headings.map((heading, index) => {
    // Headings are bold.
    const inHeading = longestWord(heading) * 1.15
    const least = widthOf(Math.max(inHeading, ...(texts[index] ?? []).map(longestWord)))
    const natural = widthOf(Math.max(inHeading, ...(texts[index] ?? []).map(({ length }) => length)))
    return isNumber[index] ? { least: natural, more: 0 } : { least, more: natural - least }
  })
  const least = sum(columns.map((column) => column.least))
  if (least > TEXT_WIDTH) return columns.map((column) => Math.round((column.least * TEXT_WIDTH) / least))
  const left = TEXT_WIDTH - least
  const more = sum(columns.map((column) => column.more))
  const words = isNumber.filter((one) => !one).length
  return columns.map((column, index) => {
    const share = more > 0 ? column.more / more : isNumber[index] ? 0 : 1 / words
    return Math.round(column.least + left * share)
  })
}

/** How wide a line of bold words is that stands beside others, with the space between. */
export const lineWidth = (text: string, look: Look | undefined): number =>
  text.length * (look === undefined ? 128 : CHARACTER_WIDTH * LARGER[look]) + CELL_PADDING

const longestWord = (text: string): number => Math.max(...text.split(' ').map(({ length }) => length))
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Key figures as a table, for formats that have no tiles that a screen reader can follow. */
export function keyFiguresTable(figures: readonly KeyFigure[]): Pick<Table, 'headings' | 'rows'> {
  const words = (cell: string) => ({ text: cell, isNumber: false, from: null })
  const hasComparison = figures.some((figure) => figure.comparison !== '')
  return {
    headings: ['Measure', 'Value', 'Out of', ...(hasComparison ? ['Last year'] : [])],
    rows: figures.map((figure) => {
      const cells = [figure.value, words(figure.parts), ...(hasComparison ? [words(figure.comparison)] : [])]
      return {
        heading: figure.label,
        cells: cells.map((cell) => ({ ...cell, text: cell.text || '–' })),
        isTotal: false,
      }
    }),
  }
}
