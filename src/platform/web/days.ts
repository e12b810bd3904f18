import * as z from 'zod'
import type { PlainDate } from '../../kernel/dates.ts'

const PARTS = ['day', 'month', 'year'] as const

/**
 * A form in which each day of `names` is typed into three fields, `NAME-day`, `NAME-month` and `NAME-year`, as the macro
 * `dayInput` shows them. It is read as one text, `31/3/2026`, for `readDay`; empty where nothing is typed. A day that comes
 * as one field is read as it stands.
 */
export const withDays = <Form extends z.ZodType>(names: readonly string[], form: Form) =>
  z.preprocess((body) => {
    const fields = z.record(z.string(), z.unknown()).catch({}).parse(body)
    return { ...fields, ...Object.fromEntries(names.flatMap((name) => dayOf(fields, name))) }
  }, form)

function dayOf(fields: Readonly<Record<string, unknown>>, name: string): [string, string][] {
  const typed = PARTS.map((part) => fields[`${name}-${part}`])
  if (typed.every((part) => part === undefined)) return []
  const words = typed.map((part) => (typeof part === 'string' ? part.trim() : ''))
  return [[name, words.every((word) => word === '') ? '' : words.join('/')]]
}

/** A day as the three fields show it: `31/3/2026`; empty for none. */
export const typedDay = (day: PlainDate | null): string =>
  day === null ? '' : `${String(day.day)}/${String(day.month)}/${String(day.year)}`
