import type { PlainDate } from '../../../kernel/dates.ts'
import { isPlausibleYear } from '../../../kernel/typedDates.ts'
import { readDay } from '../filters.ts'
import { type Field, type Inputs, type Reading, type Unreadable, frameOf } from './field.ts'

/** The three inputs of a day. */
export interface TypedDay {
  day: string
  month: string
  year: string
}

const PARTS = ['day', 'month', 'year'] as const
type Part = (typeof PARTS)[number]

const NO_DAY: TypedDay = { day: '', month: '', year: '' }

/**
 * A day in three inputs, `NAME-day`, `NAME-month` and `NAME-year`; a day that comes as one field is read too. `what`: the
 * beginning of what is said where it is none, like `The day of the meeting`.
 */
export const dayField = (what: string): Field<Reading<TypedDay, PlainDate | null>> => ({
  typedIn,
  typedOf: (value) =>
    value === null ? NO_DAY : { day: String(value.day), month: String(value.month), year: String(value.year) },
  read: (typed) => {
    if (PARTS.every((part) => typed[part] === '')) return { value: null }
    const wrong = wrongPart(typed)
    if (wrong !== null) return { unreadable: `${what} ${wrong.why}`, part: wrong.part }
    const value = readDay(`${typed.day} ${typed.month} ${typed.year}`)
    return value === null ? notReal(what) : { value }
  },
  shown: (typed, place) => ({
    ...frameOf(place),
    items: PARTS.map((part) => ({
      id: `${place.id}-${part}`,
      name: `${place.name}-${part}`,
      label: { day: 'Day', month: 'Month', year: 'Year' }[part],
      value: typed[part],
      classes: [
        part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
        ...(place.fault && (place.fault.part ?? part) === part ? ['govuk-input--error'] : []),
      ].join(' '),
    })),
  }),
  inputOf: (part = 'day') => `-${part}`,
})

const notReal = (what: string): Unreadable => ({ unreadable: `${what} must be a real date, like 27 3 2026` })

function typedIn(inputs: Inputs, name: string): TypedDay {
  const whole = inputs[name]
  if (typeof whole === 'string') return partsOf(whole.trim())
  const partIn = (part: Part) => {
    const sent = inputs[`${name}-${part}`]
    return typeof sent === 'string' ? sent.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim() : ''
  }
  return { day: partIn('day'), month: partIn('month'), year: partIn('year') }
}

function partsOf(text: string): TypedDay {
  const day = readDay(text)
  if (day) return { day: String(day.day), month: String(day.month), year: String(day.year) }
  const [first = '', month = '', year = ''] = text.split(/[\s/.-]+/)
  return { day: first, month, year }
}

/** The first part that no date has; null where only all three together are none. */
function wrongPart({ day, month, year }: TypedDay): { part: Part; why: string } | null {
  const missing = PARTS.filter((part) => ({ day, month, year })[part] === '')
  if (missing[0] !== undefined) return { part: missing[0], why: `must include a ${missing.join(' and a ')}` }
  const real = 'must be a real date, like 27 3 2026'
  if (!/^\d{1,2}$/.test(day) || Number(day) < 1 || Number(day) > 31) return { part: 'day', why: real }
  if (!/^(?:0?[1-9]|1[0-2]|[a-z]{3,9})$/i.test(month)) return { part: 'month', why: real }
  if (!/^\d{4}$/.test(year)) return { part: 'year', why: 'must have a year of four digits, like 2026' }
  return isPlausibleYear(year) ? null : { part: 'year', why: real }
}
