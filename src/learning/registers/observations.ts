import * as z from 'zod'
import { officer } from '../../officers/registers/officers.ts'
import { code, day, identifier, mandatory, optional, optionalList, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** Who watches an officer at work, in words. */
export const observationKinds = { PEER: 'By a colleague', MANAGER: 'By a manager' } as const

/** Observations of practice. */
export const observations = register({
  name: 'observations',
  summary: 'Each time an officer was watched at work.',
  key: ['observationRef'],
  columns: z.object({
    observationRef: mandatory(identifier('observation', 'The service’s own reference of the observation')),
    on: mandatory(day('The day'), 'date'),
    officerId: mandatory(officer('Who was watched, as in officers')),
    observer: mandatory(text('Who watched')),
    kind: mandatory(code('Who the observer is', observationKinds)),
    strengths: optional(text('What went well')),
    toImprove: optional(text('What could be better')),
    themes: optionalList('What it was about, as the chairing or the child’s part in it, with semicolons between them'),
    childComment: optional(text('What the child said of it')),
  }),
})

/** One time that an officer was watched at work. */
export type ObservationFact = RowOf<typeof observations>
