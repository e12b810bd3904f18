import * as z from 'zod'
import { parseReportingYear } from '../../calendar/reportingYear.ts'
import { code, decimal, mandatory, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** What the service is compared with. */
export const context = register({
  name: 'context',
  summary: 'What the service is compared with, and its own population.',
  key: ['year', 'measure', 'group'],
  columns: z.object({
    year: mandatory(text('The reporting year, like 2022-23')),
    measure: mandatory(text('A figure’s id, or population_0_17')),
    group: mandatory(
      code('Whose number it is', {
        TARGET: 'The target set here',
        STATISTICAL_NEIGHBOURS: 'Statistical neighbours',
        REGION: 'The region',
        ENGLAND: 'England',
        AUTHORITY: 'The authority itself',
      }),
    ),
    value: mandatory(decimal('The number')),
    source: mandatory(text('Where it comes from')),
  }),
  checks: [
    {
      columns: ['year'],
      why: ({ year }) =>
        year === undefined || parseReportingYear(year) ? null : 'is not a reporting year like 2022-23, April to March',
    },
  ],
})

/** A number that the service is compared with, or its own population. */
export type ContextFact = RowOf<typeof context>
