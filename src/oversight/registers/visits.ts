import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { code, day, mandatory, optional, yesNo } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** Visits that are owed by law, in words. */
export const visitKinds = {
  PRIVATE_FOSTERING: 'Visit to a child who is privately fostered',
  SOCIAL_WORK: 'Visit by the social worker',
  HOME_UNREGULATED: 'Visit to a home that is not registered',
} as const

/** Visits that are owed by law and are no oversight of the service's own. */
export const visits = register({
  name: 'visits',
  summary: 'Visits to a child that are owed by law, and are no oversight of the service’s own.',
  key: ['child', 'on', 'kind'],
  columns: z.object({
    child: mandatory(child()),
    on: mandatory(day('The day'), 'date'),
    kind: mandatory(code('Which visit', visitKinds)),
    seenAlone: optional(yesNo('The child was seen alone')),
  }),
})

/** A visit to a child that is owed by law. */
export type VisitFact = RowOf<typeof visits>
