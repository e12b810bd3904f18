import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { notBefore } from '../../registers/checks.ts'
import { code, day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** What people hear of before a return shows it. */
export const eventKinds = {
  EMERGENCY_MOVE: 'An emergency move',
  UNREGISTERED_PLACEMENT: 'A placement that is not registered, or to be watched',
  PLAN_CHANGED_OUTSIDE_REVIEW: 'A change of plan, or a decision of a court, outside a review',
  RETURNED_HOME: 'A return home',
} as const

/** Events that someone has heard of, before a return shows them. */
export const events = register({
  name: 'events',
  summary: 'What someone has heard of a child before a return shows it: an emergency move, a court decision.',
  key: ['child', 'kind', 'on'],
  columns: z.object({
    child: mandatory(child()),
    kind: mandatory(code('What happened', eventKinds)),
    on: mandatory(day('The day on which it happened'), 'date'),
    note: optional(text('What is known of it')),
    endedOn: optional(day('The day from which it needs no more attention'), 'ended_date'),
  }),
  checks: [notBefore('endedOn', 'on')],
})

/** An event of a child that a return may show later. */
export type EventFact = RowOf<typeof events>
