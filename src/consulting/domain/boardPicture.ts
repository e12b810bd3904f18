import { type PictureSet, pictureNamed } from '../../documents/pictures.ts'
import type { Question } from './form.ts'
import { BOARD_PLACES, boardOf } from './board.ts'

const COLUMN = 190
const HEAD = 40
const ROW = 60
const EDGE = 8
/** As much of a label as stands beside its picture. */
const MOST_LETTERS = 16

/**
 * A board as the child arranged it, as one SVG image: a column for each place, with the pictures that were put there. Null
 * where nothing was put anywhere. What it shows is said in words beside it.
 */
export function boardPicture(question: Question, answer: string, pictures: PictureSet): string | null {
  const put = boardOf(question, answer)
  const columns = BOARD_PLACES.map((place) => ({ place, options: put.filter((one) => one.place === place) }))
  const rows = Math.max(...columns.map(({ options }) => options.length))
  if (rows === 0) return null
  const width = COLUMN * columns.length
  const height = HEAD + ROW * rows
  const drawn = columns.map(({ place, options }, column) => {
    const x = column * COLUMN
    const items = options.map(({ option }, row) => {
      const y = HEAD + row * ROW
      const picture = option.picture === null ? '' : placed(pictureNamed(option.picture, pictures).svg, x + EDGE, y)
      return `${picture}${words(option.text.slice(0, MOST_LETTERS), x + ROW + EDGE, y + ROW / 2, 15)}`
    })
    const frame = `<rect x="${x + 1}" y="1" width="${COLUMN - 2}" height="${height - 2}" fill="#ffffff" stroke="#0b0c0c"/>`
    return `${frame}${words(place, x + EDGE, HEAD - 14, 17)}${items.join('')}`
  })
  return `<svg class="app-board-picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="The board as it was arranged, which the words say too">${drawn.join('')}</svg>`
}

const placed = (svg: string, x: number, y: number): string =>
  svg.replace('width="72" height="72"', `x="${x}" y="${y}" width="52" height="52"`)

const words = (text: string, x: number, y: number, size: number): string =>
  `<text x="${x}" y="${y}" font-family="Arial, sans-serif" font-size="${size}" fill="#0b0c0c">${escaped(text)}</text>`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
