import * as z from 'zod'
import { type Instant, date, instant } from '../../kernel/dates.ts'
import { isPlausibleYear } from '../../kernel/typedDates.ts'
import { orNull, parsedBy } from '../../platform/cli/parsed.ts'
import { householdSignKinds, signKinds } from '../domain/kinds.ts'

const kinds = [...signKinds, ...householdSignKinds]

const dayOf = (option: string) =>
  parsedBy(
    (text) => (isPlausibleYear(text.slice(0, 4)) ? orNull(date)(text) : null),
    `${option} is a date like 2023-03-31`,
  )

/** What `signs` is asked. */
export const signsAsked = z.object({
  authority: z.string(),
  asAt: dayOf('--as-at').optional(),
  since: dayOf('--since').optional(),
  newSince: parsedBy<Instant | 'import'>(
    (text) => (text === 'import' ? text : orNull(instant)(text)),
    '--new-since is a time like 2023-05-01T09:00:00Z, or import',
  ).optional(),
  knownAt: parsedBy(orNull(instant), '--known-at is a time like 2023-05-01T09:00:00Z').optional(),
  kind: z.array(z.enum(kinds, { error: `--kind is one of ${kinds.join(', ')}` })).default([]),
  format: z.enum(['table', 'json', 'csv'], { error: '--format is table, json or csv' }).default('table'),
})
