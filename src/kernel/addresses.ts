/** What nobody sees in an address that was pasted: control characters, and marks that join, part or turn the writing. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu

/** The most characters of an email address. Source: RFC 3696, erratum 1690. */
const LONGEST_EMAIL = 254

/** Nothing but one address: no name beside it, no list, and a domain of at least two parts, since messages go out of the house. */
const EMAIL =
  /^[^\s@,;:<>()[\]\\".]+(?:\.[^\s@,;:<>()[\]\\".]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]*[\p{L}\p{N}]$/u

/**
 * The email address that someone typed, pasted or sent in a file, without what can't be seen; null where it is none. Only
 * the mail server knows whether it exists.
 */
export function emailAddressIn(text: string): string | null {
  const address = text.replaceAll(INVISIBLE, '').trim()
  return address.length <= LONGEST_EMAIL && EMAIL.test(address) ? address : null
}

/** How many digits a telephone number has. Source: Ofcom’s numbering plan for the fewest, ITU-T E.164 for the most. */
const DIGITS = { fewest: 10, most: 15 }

/**
 * The telephone number that someone typed, pasted or sent in a file, as people write it but without what can't be seen;
 * null where it is none.
 */
export function telephoneIn(text: string): string | null {
  const number = text
    .replaceAll(/\p{Pd}/gu, '-')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(INVISIBLE, '')
    .trim()
  const { length } = number.replaceAll(/\D/g, '')
  return /^\+?[\d ()-]+$/.test(number) && length >= DIGITS.fewest && length <= DIGITS.most ? number : null
}
