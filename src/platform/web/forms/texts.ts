import { emailAddressIn, telephoneIn } from '../../../kernel/addresses.ts'
import { readTime } from '../../../kernel/localTimes.ts'
import { type Field, type Inputs, type Place, type Reading, type Unreadable, frameOf } from './field.ts'

/** A field of one input whose text says something, or nothing: null. */
export type TextReading<Value> = Reading<string, Value | null>

const textIn = (inputs: Inputs, name: string): string => {
  const sent = inputs[name]
  return typeof sent === 'string' ? sent : ''
}

const textShown = (typed: string, place: Place) => ({ ...frameOf(place), value: typed })

/** A field of one input: `clean` is what is kept of what was sent, `read` what it says where anything was typed. */
const textField = <Value extends string | number>(
  clean: (sent: string) => string,
  read: (typed: string) => { value: Value } | Unreadable,
): Field<TextReading<Value>> => ({
  typedIn: (inputs, name) => clean(textIn(inputs, name)),
  typedOf: (value) => (value === null ? '' : String(value)),
  read: (typed) => (typed === '' ? { value: null } : read(typed)),
  shown: textShown,
})

/** What can be stored and read of a line: no control characters, and no marks that turn the writing round. */
const oneLine = (sent: string): string =>
  sent
    .replaceAll(/\p{Bidi_Control}/gu, '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()

const severalLines = (sent: string): string =>
  sent
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n]|\p{Bidi_Control}/gu, '')
    .trim()

const atMost = (typed: string, most: number): { value: string } | Unreadable =>
  typed.length <= most ? { value: typed } : { unreadable: `Enter ${most.toLocaleString('en-GB')} characters or fewer` }

/** A text of one line. */
export const lineField = ({ most = 300 } = {}): Field<TextReading<string>> =>
  textField(oneLine, (typed) => atMost(typed, most))

/** A text of several lines, of `most` characters. */
export const linesField = ({ most = 10_000 } = {}): Field<TextReading<string>> =>
  textField(severalLines, (typed) => atMost(typed, most))

export const emailField = (): Field<TextReading<string>> =>
  textField(oneLine, (typed) => {
    const value = emailAddressIn(typed)
    return value === null ? { unreadable: 'Enter an email address, like name@example.org' } : { value }
  })

export const telephoneField = (): Field<TextReading<string>> =>
  textField(oneLine, (typed) => {
    const value = telephoneIn(typed)
    return value === null ? { unreadable: 'Enter a telephone number, like 07700 900 982' } : { value }
  })

/** A number as people write it: `12`, `0.8`, `1,200`. `otherwise`: what to do where it is none. */
export const numberField = (otherwise: string, { isWhole = false } = {}): Field<TextReading<number>> =>
  textField(oneLine, (typed) => {
    const isNumber = isWhole
      ? /^(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})$/
      : /^(?:\d{1,3}(?:,\d{3}){1,2}|\d{0,9})(?:\.\d{1,6})?$/
    const plain = typed.replaceAll(',', '')
    return isNumber.test(typed) && plain !== '' ? { value: Number(plain) } : { unreadable: otherwise }
  })

/** A time of day, `14:30` once read. */
export const timeField = (what: string): Field<TextReading<string>> =>
  textField(oneLine, (typed) => {
    const value = readTime(typed)
    return value === null ? { unreadable: `${what} must be a time, like 2:30pm or 14:30` } : { value }
  })

/** What the page sends along and nobody types: a version. Kept to the letter. */
export const hiddenField = (): Field<Reading<string, string>> => ({
  typedIn: textIn,
  typedOf: (value) => value,
  read: (typed) => ({ value: typed }),
  shown: textShown,
  isHidden: true,
})

/** A number that the page sends along; `otherwise` where something else was sent. */
export const hiddenNumber = (otherwise: number): Field<Reading<number, number>> => ({
  typedIn: (inputs, name) => {
    const sent = textIn(inputs, name)
    return /^\d{1,9}$/.test(sent) ? Number(sent) : otherwise
  },
  typedOf: (value) => value,
  read: (typed) => ({ value: typed }),
  shown: (typed, place) => textShown(String(typed), place),
  isHidden: true,
})

/** Several inputs of one name, one in each row of a list: a text for each. The part of a fault is the row that it is of. */
export const textsField = (): Field<Reading<readonly string[], readonly string[]>> => ({
  typedIn: textsIn,
  typedOf: (value) => value,
  read: (typed) => ({ value: typed }),
  shown: (_typed, place) => frameOf(place),
  inputOf: (row) => (row === undefined ? '' : `-${row}`),
  isOfRows: true,
})

/** All that was sent under one name, in order. */
export function textsIn(inputs: Inputs, name: string): readonly string[] {
  return [inputs[name]].flat().filter((one) => typeof one === 'string')
}
