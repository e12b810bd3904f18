import { emailAddressIn, telephoneIn } from '../kernel/addresses.ts'
import { isoOfTyped, whyNoDate } from '../kernel/typedDates.ts'
import {
  WHY_ROUNDED,
  isRoundedByASpreadsheet,
  visibleName,
  visibleText,
  withoutEmptyDecimals,
} from '../kernel/visibleText.ts'
import { listed } from '../kernel/words.ts'
import { type NumberRange, PERSON } from './columns.ts'
import type { Column, StoredValue } from './register.ts'

/** What a cell says, or why it says nothing that its column holds; null where it is blank. */
export type CellRead = { value: StoredValue | null } | { reason: string }

const BLANK: CellRead = { value: null }
const MOST_DIGITS = 15

/** Reads a cell as its column's kind. Codes, Y and N may be typed in small letters; a blank is not recorded. */
export function readCell(column: Column, cell: string): CellRead {
  const text = visibleText(cell).trim()
  if (text === '') return BLANK
  switch (column.kind) {
    case 'text':
      return { value: text }
    case 'email_address':
      return orWhy(emailAddressIn(text), 'is no email address')
    case 'telephone':
      return orWhy(telephoneIn(text), 'is no telephone number')
    case 'identifier':
    case 'reference':
      if (isRoundedByASpreadsheet(text)) return { reason: WHY_ROUNDED }
      return orBlank(nameIn(column.thing === PERSON ? withoutEmptyDecimals(text) : text, column.isInCapitals))
    case 'yes_no':
      return yesOrNo(text)
    case 'code': {
      const typed = text.toUpperCase()
      if (Object.hasOwn(column.codes, typed)) return { value: typed }
      return { reason: `is none of ${listed(Object.keys(column.codes), 'or')}` }
    }
    case 'date': {
      const iso = isoOfTyped(text)
      return iso === null ? { reason: whyNoDate(text) } : { value: iso }
    }
    case 'datetime':
      return localTimeIn(text)
    case 'whole_number': {
      const digits = withoutEmptyDecimals(text)
      if (!/^\d{1,9}$/.test(digits)) return { reason: 'is not a whole number: 0, 1, 2 and so on' }
      return inRange(Number(digits), column.range)
    }
    case 'decimal':
      if (!/^-?\d+(?:\.\d+)?$/.test(text) || text.length > MOST_DIGITS) return { reason: 'is not a number like 0.8' }
      return inRange(Number(text), column.range)
  }
}

/** The text of a value as a register's file shows it. */
export function shownValue(value: StoredValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'Y' : 'N'
  return String(value)
}

const orWhy = (value: string | null, reason: string): CellRead => (value === null ? { reason } : { value })

function yesOrNo(text: string): CellRead {
  const typed = text.toUpperCase()
  if (typed === 'Y' || typed === 'N') return { value: typed === 'Y' }
  return { reason: 'is not Y, N or blank' }
}

const orBlank = (name: string): CellRead => (name === '' ? BLANK : { value: name })

/** As the return writes a name: several spaces, tabs and line ends say no more than one space. */
const nameIn = (text: string, isInCapitals: boolean): string => {
  const name = visibleName(text).replaceAll(/\s+/g, ' ').trim()
  return isInCapitals ? name.toUpperCase() : name
}

function localTimeIn(text: string): CellRead {
  const [, dayText, hour, minute] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/.exec(text) ?? []
  if (dayText === undefined) return { reason: 'is not a date and time like 2022-05-11T06:00' }
  if (isoOfTyped(dayText) === null) return { reason: whyNoDate(dayText) }
  if (Number(hour) > 23 || Number(minute) > 59) return { reason: 'has a time that does not exist' }
  return { value: text }
}

function inRange(number: number, { above, most }: NumberRange): CellRead {
  const isIn = (above === undefined || number > above) && (most === undefined || number <= most)
  if (isIn) return { value: number }
  const bounds = [
    ...(above === undefined ? [] : [`more than ${above}`]),
    ...(most === undefined ? [] : [`at most ${most}`]),
  ]
  return { reason: `is not ${bounds.join(' and ')}` }
}
