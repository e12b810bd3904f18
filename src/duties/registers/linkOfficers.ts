import * as z from 'zod'
import { officer } from '../../officers/registers/officers.ts'
import { notBefore } from '../../registers/checks.ts'
import { day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** Which officer each team talks to. */
export const linkOfficers = register({
  name: 'link_officers',
  summary: 'Which officer is a team’s link to the service, from which day until which.',
  key: ['team', 'officerId', 'from'],
  columns: z.object({
    team: mandatory(text('The team')),
    officerId: mandatory(officer('Its link, as in officers')),
    from: mandatory(day('The first day')),
    to: optional(day('The day on which it ended')),
  }),
  checks: [notBefore('to', 'from')],
})

/** An officer who is a team's link to the service. */
export type LinkOfficerFact = RowOf<typeof linkOfficers>
