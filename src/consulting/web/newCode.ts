import { randomInt } from 'node:crypto'

/** Letters and digits that nobody takes for another when they copy them from a page. */
const ALPHABET = '23456789abcdefghjkmnpqrstvwxyz'
const CHARACTERS = 8

/** A code that brings someone back to what they began, of 39 bits: with a link of its own, and few tries. */
export const newCode = (): string =>
  Array.from({ length: CHARACTERS }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')
