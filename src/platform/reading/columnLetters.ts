const LETTERS = 26
const LETTER_A = 65

/** The column that an address like `AB12` is in, from 0; `NaN` where it is no address. */
export function columnOf(address: string): number {
  const [, letters] = /^([A-Z]{1,7})\d{1,12}$/i.exec(address) ?? []
  if (letters === undefined) return NaN
  let number = 0
  for (const letter of letters.toUpperCase()) number = number * LETTERS + letter.charCodeAt(0) - LETTER_A + 1
  return number - 1
}

/** A column's letters, `AB`. */
export function lettersOf(column: number): string {
  const last = String.fromCharCode(LETTER_A + (column % LETTERS))
  return column < LETTERS ? last : lettersOf(Math.floor(column / LETTERS) - 1) + last
}
