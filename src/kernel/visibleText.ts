/** What a text says to people who look at it: two texts that look the same to people are the same here. */

// Soft hyphens, zero-width spaces and joins of words, byte-order marks, marks that turn the writing round.
const UNSEEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g
/** Spaces of every width, and line ends that no keyboard has. Tabs and plain line ends stay. */
const ODD_SPACE = /[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g
/** What, beyond these, has no look of its own: it joins letters of some scripts, and makes pictures of several. */
const SHAPING = /\p{Default_Ignorable_Code_Point}/gu
const BEYOND_ASCII = /[^\0-\x7f]/

/** A text without what nobody sees, and with plain spaces. What shapes letters of other scripts and pictures stays. */
export const visibleText = (text: string): string =>
  BEYOND_ASCII.test(text) ? text.replaceAll(ODD_SPACE, ' ').replaceAll(UNSEEN, '') : text

/** A name by which something is found again: as `visibleText`, also without what shapes letters, in one spelling. */
export const visibleName = (text: string): string =>
  BEYOND_ASCII.test(text) ? visibleText(text).replaceAll(SHAPING, '').normalize('NFC') : text

/** A whole number that a program has written as one with decimals, `14.0`, is `14`; any other text stays. */
export const withoutEmptyDecimals = (text: string): string =>
  text.endsWith('0') && WITH_EMPTY_DECIMALS.test(text) ? text.slice(0, text.indexOf('.')) : text

const WITH_EMPTY_DECIMALS = /^\d{1,15}\.0{1,15}$/

/** Whether a spreadsheet has made a rounded number of an identifier: `1.23457E+11` may have been any of a million. */
export const isRoundedByASpreadsheet = (text: string): boolean => text.includes('+') && ROUNDED.test(text)

const ROUNDED = /^\s*-?\d(?:[.,]\d{1,30})?E\+\d{2,3}\s*$/i

export const WHY_ROUNDED =
  'is what a spreadsheet makes of a long number, and no longer says which: export it again with the column as text'
