import * as z from 'zod'
import { type ReportingYear, parseReportingYear } from '../../calendar/reportingYear.ts'
import { type Instant, type PlainDate, date, instant } from '../../kernel/dates.ts'
import { isPlausibleYear } from '../../kernel/typedDates.ts'
import { orNull, parsedBy } from '../../platform/cli/parsed.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { World } from '../../children/domain/world.ts'
import type { FigureList } from '../../world/figures.ts'

/** What the commands on figures and deadlines are given to work with. */
export interface OverviewDeps {
  worlds: Worlds
  /** The figures of all rooms. */
  figures: FigureList<World>
  /** The GSS code of the authority named by code or name. Throws `Refusal` where it is not known. */
  authorityOf: (codeOrName: string) => Promise<string>
  today: () => PlainDate
  now: () => Instant
}

/** `2022-23`. */
export const yearAsked = parsedBy<ReportingYear>(parseReportingYear, '--year is a reporting year like 2022-23')
/** `2023-03-31`, the day to look from. */
export const dayAsked = parsedBy(
  (text) => (isPlausibleYear(text.slice(0, 4)) ? orNull(date)(text) : null),
  '--as-at is a date like 2023-03-31',
)
/** A time of recording. */
export const momentAsked = parsedBy(orNull(instant), '--known-at is a time like 2023-05-01T09:00:00Z')
const format = z.enum(['table', 'json', 'csv'], { error: '--format is table, json or csv' }).default('table')

/** What `figures` is asked. */
export const figuresAsked = z.object({
  authority: z.string(),
  year: yearAsked,
  asAt: dayAsked.optional(),
  knownAt: momentAsked.optional(),
  id: z.array(z.string()).default([]),
  format,
})

/** What `records` is asked. */
export const recordsAsked = z.object({
  authority: z.string(),
  year: yearAsked,
  figure: z.string(),
  asAt: dayAsked.optional(),
  knownAt: momentAsked.optional(),
  format,
})

/** What `due` is asked. */
export const dueAsked = z.object({
  authority: z.string(),
  asAt: dayAsked.optional(),
  knownAt: momentAsked.optional(),
  within: z.coerce
    .number({ error: '--within is a number of days' })
    .int('--within is a whole number of days')
    .optional(),
  format,
})
