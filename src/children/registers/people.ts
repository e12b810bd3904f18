import * as z from 'zod'
import { notBefore } from '../../registers/checks.ts'
import { PERSON, code, day, identifier, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

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
    bornOn: optional(day('Date of birth'), 'dob'),
    sex: optional(text('Sex, as the return codes it')),
    plannedFrom: optional(day('Of a private arrangement that has not begun: the day it is to begin'), 'planned_from'),
  }),
  checks: [notBefore('to', 'from'), notBefore('from', 'bornOn')],
})

/** Someone the service reviews or watches over who is not in the return. */
export type WatchedPersonFact = RowOf<typeof people>
