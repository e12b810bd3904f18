import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { officer } from '../../officers/registers/officers.ts'
import { code, day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** What an IRO does for a child between reviews, in words. */
export const oversightKinds = {
  MIDPOINT: 'Check midway between reviews',
  FOOTPRINT: 'Oversight written on the record',
  CONTACT: 'Contact with the child',
  VISIT: 'Visit to the child',
  PRE_MEETING: 'Check before a meeting',
  PLACEMENT_CHECK: 'Check of a placement',
  MEETING: 'Meeting or panel attended',
  GUARDIAN: 'Discussion with the guardian',
} as const

/** What IROs did between reviews. */
export const oversight = register({
  name: 'oversight',
  summary: 'What an IRO did for a child between reviews.',
  key: ['child', 'on', 'kind'],
  columns: z.object({
    child: mandatory(child()),
    on: mandatory(day('The day'), 'date'),
    kind: mandatory(code('What was done', oversightKinds)),
    officerId: optional(officer('Who did it, as in officers')),
    note: optional(text('A short note of it')),
  }),
})

/** What an IRO did for a child between two reviews. */
export type OversightEntry = RowOf<typeof oversight>

/** The kinds of entry. */
export type OversightKind = OversightEntry['kind']
