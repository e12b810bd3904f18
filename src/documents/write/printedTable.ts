import type { KeyFigure, Row, Table } from '../block.ts'

/** The width of the text on the page, in twentieths of a point, as all widths here. */
export const TEXT_WIDTH = 9306
const CHARACTER_WIDTH = 112
const CELL_PADDING = 190
/** A column of words is worth this many characters, however much stands in it: it breaks into lines. */
const MOST_CHARACTERS = 30

/** A table of no more rows stays on one page. */
export const MOST_ROWS_KEPT_TOGETHER = 16

/** Of each column whether numbers stand in it. The first names the rows. */
export const numberColumns = (headings: readonly string[], rows: readonly Row[]): boolean[] =>
  headings.map((_, index) => index > 0 && rows[0]?.cells[index - 1]?.isNumber === true)

/** Columns of numbers as wide as what stands in them; the rest shared by the columns of words, by what they hold. */
export function columnWidths(headings: readonly string[], rows: readonly Row[]): number[] {
  const texts = headings.map((_, index) =>
    rows.map((row) => (index === 0 ? row.heading : (row.cells[index - 1]?.text ?? ''))),
  )
  const isNumber = numberColumns(headings, rows)
  const natural = headings.map((heading, index) => {
    const longest = Math.max(...heading.split(' ').map((word) => word.length), ...(texts[index] ?? []).map(lengthOf))
    return Math.min(longest, MOST_CHARACTERS) * CHARACTER_WIDTH + CELL_PADDING
  })
  const numbers = sum(natural.filter((_, index) => isNumber[index]))
  const words = sum(natural.filter((_, index) => !isNumber[index]))
  const scale = (TEXT_WIDTH - numbers) / words
  return natural.map((width, index) => Math.round(isNumber[index] ? width : width * scale))
}

const lengthOf = (text: string): number => text.length
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
