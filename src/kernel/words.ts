/**
 * A number as it is read, `100,000`. The runtime's own formats take 20 ms to load, for which every command would wait: they are
 * asked about parts of a whole only.
 */
export const grouped = (value: number): string =>
  Number.isInteger(value) ? String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',') : value.toLocaleString('en-GB')

/** `1 child`, `2 children`: a number with its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}

/** `a, b and c`. */
export function listed(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`
}

/** A label within a sentence, `guardian in touch with the IRO`: begun small, unless it begins with initials. */
export const inSentence = (label: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label

/** The text on one line of a terminal, where nothing in it can move the cursor or turn the writing round. */
export const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '·')

/** What is said wherever a change is refused since someone else's came first. */
export const CHANGED_MEANWHILE =
  'Someone else changed this while you had it open. Look at how it stands now, then make your change again'

/** Why a change that people make in the pages can’t be kept although no rule of its own forbids it: a file with it would be refused. */
export interface NotKept {
  code: 'not_kept'
  /** What is wrong, as a sentence without its end. */
  why: string
}
