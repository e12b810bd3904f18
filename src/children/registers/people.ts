import * as z from 'zod'
import { notBefore } from '../../registers/checks.ts'
import { PERSON, code, day, identifier, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import type { WatchedPersonFact } from '../domain/registers.ts'

/** Those the service reviews or watches over who are not in the return. */
export const people = register({
  name: 'people',
  summary: 'Those the service reviews or watches over who are not in the return.',
  key: ['child', 'kind', 'from'],
  columns: z.object({
    child: mandatory(identifier(PERSON, 'The person’s identifier, as other registers name the person', true)),
    kind: mandatory(
      code('Why the service watches over the person', {
        CARE_LEAVER: 'Care leaver aged 18 to 25',
        SUPERVISION_ORDER: 'Child under a supervision order',
        PRIVATE_FOSTERING: 'Child privately fostered',
      }),
    ),
    from: mandatory(day('The 18th birthday, the day of the order, or the day the authority became aware')),
    to: optional(day('The day on which it ended')),
    dob: optional(day('Date of birth')),
    sex: optional(text('Sex, as the return codes it')),
  }),
  checks: [notBefore('to', 'from'), notBefore('from', 'dob')],
})

export const personFact = (row: RowOf<typeof people>): WatchedPersonFact => ({
  child: row.child,
  kind: row.kind,
  from: row.from,
  to: row.to,
  bornOn: row.dob,
  sex: row.sex,
})
