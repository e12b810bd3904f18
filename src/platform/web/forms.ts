import * as z from 'zod'
import { type PlainDate, dateOf } from '../../kernel/dates.ts'
import { visibleText } from '../../kernel/visibleText.ts'

/** A text of one line as typed, without what nobody sees: control characters, and what `visibleText` takes off. */
export const line = z
  .string()
  .transform((text) =>
    visibleText(text)
      .replaceAll(/[\p{Cc}\s]+/gu, ' ')
      .trim(),
  )
  .catch('')

/** A text of several lines as typed. */
export const lines = z
  .string()
  .transform((text) =>
    visibleText(text)
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(/[^\P{Cc}\n]/gu, '')
      .trim(),
  )
  .catch('')

/** What was ticked of a list. */
export const ticked = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat())
  .catch([])

export const orNull = (text: string): string | null => (text === '' ? null : text)

/** The three fields of a day. */
export interface TypedDay {
  day: string
  month: string
  year: string
}

export const noDay: TypedDay = { day: '', month: '', year: '' }

export const typedDay = (day: PlainDate | null): TypedDay =>
  day === null ? noDay : { day: String(day.day), month: String(day.month), year: String(day.year) }

/** The day that was typed; null for none, `unreadable` for what is no day. */
export function readTypedDay({ day, month, year }: TypedDay): PlainDate | null | 'unreadable' {
  if (day === '' && month === '' && year === '') return null
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return 'unreadable'
  try {
    return dateOf(Number(year), Number(month), Number(day))
  } catch (error) {
    if (error instanceof RangeError) return 'unreadable'
    throw error
  }
}

/** The fields of a day as GOV.UK's date input takes them. */
export function dayFields(prefix: string, typed: TypedDay, hasError: boolean) {
  const error = hasError ? ' govuk-input--error' : ''
  return (['day', 'month', 'year'] as const).map((name) => ({
    id: `${prefix}-${name}`,
    name: `${prefix}-${name}`,
    label: { day: 'Day', month: 'Month', year: 'Year' }[name],
    value: typed[name],
    classes: `${name === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2'}${error}`,
  }))
}

/** What is wrong with a form: for the summary, and beside the fields. `field`: the id of the field at fault. */
export function formErrors(found: readonly { field: string; text: string }[]) {
  return {
    errors: found.map(({ field, text }) => ({ text, href: `#${field}` })),
    errorOf: Object.fromEntries(found.map(({ field, text }) => [field, { text }])),
  }
}
