import * as z from 'zod'
import { parseReportingYear } from '../../calendar/reportingYear.ts'
import { code, day, identifier, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** What became of an aim, in words. */
export const aimOutcomes = {
  MET: 'Met',
  PARTLY: 'Partly met',
  NOT_MET: 'Not met',
  CARRIED: 'Carried into the next year',
  DROPPED: 'No longer an aim',
} as const

/** What an annual report sets out to do in the year after it. */
export const reportAims = register({
  name: 'report_aims',
  summary: 'Each priority that an annual report sets for the year after it, with what became of it.',
  key: ['aimRef'],
  columns: z.object({
    aimRef: mandatory(identifier('report_aim', 'The service’s own reference of the aim')),
    year: mandatory(text('The reporting year of the report that sets it, like 2022-23')),
    aim: mandatory(text('What is to be reached')),
    difference: optional(text('What difference it is to make for children')),
    figure: optional(text('The figure that shows whether it is reached, by its id, like reviews.on_time')),
    lead: optional(text('Who leads it, by their role')),
    dueOn: optional(day('By when'), 'due_date'),
    outcome: optional(code('What became of it', aimOutcomes)),
    cameOf: optional(text('What was done, and what came of it')),
  }),
  checks: [
    {
      columns: ['year'],
      why: ({ year }) =>
        year === undefined || parseReportingYear(year) ? null : 'is not a reporting year like 2022-23, April to March',
    },
  ],
})

/** An aim of an annual report. */
export type AimFact = RowOf<typeof reportAims>
