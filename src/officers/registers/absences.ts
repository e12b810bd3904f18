import * as z from 'zod'
import { notBefore } from '../../registers/checks.ts'
import { code, day, mandatory } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { officer } from './officers.ts'

/** When officers are not at work. Of what illness or why is nobody's to record here. */
export const absences = register({
  name: 'absences',
  summary: 'When officers are not at work: nothing is booked with them then.',
  key: ['officerId', 'from'],
  columns: z.object({
    officerId: mandatory(officer('Who is away, as in officers')),
    from: mandatory(day('The first day away')),
    to: mandatory(day('The last day away')),
    kind: mandatory(code('What kind of absence', { LEAVE: 'Leave', OTHER: 'Another absence' })),
  }),
  checks: [notBefore('to', 'from')],
})

/** Days on which an officer is not at work, the first and the last included. */
export type AbsenceFact = RowOf<typeof absences>
