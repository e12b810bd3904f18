import { createHash, randomBytes } from 'node:crypto'

/** Digits and letters that nobody takes for another when they copy them from paper (Crockford's base 32). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
/** Of 5 bits each: 130 bits, which nobody guesses. */
const CHARACTERS = 26

/** A secret that is given out and kept nowhere. */
export const newSecret = (): string =>
  Array.from(randomBytes(CHARACTERS), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')

// A fast hash will do: the secret is random, not a password that could be guessed.
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** What is given out: the authority, so that its rows can be looked at, and the secret. */
export const tokenOf = (authority: string, secret: string): string => `${authority}.${secret}`

/** What a token says; null for what can be none. Capitals are taken as typed from paper. */
export function readToken(token: string): { authority: string; secret: string } | null {
  const [, authority, secret] = /^([A-Z]\d{8})\.([0-9a-z]{26})$/i.exec(token) ?? []
  if (authority === undefined || secret === undefined) return null
  return { authority: authority.toUpperCase(), secret: secret.toLowerCase() }
}
