import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { code, day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** The stages of a protocol for children who go missing. */
export const missingStages = { STAGE_1: 'First-stage meeting', STAGE_2: 'Second-stage meeting' } as const

/** Meetings about a child who goes missing, by the stage of the authority's protocol. */
export const missingMeetings = register({
  name: 'missing_meetings',
  summary: 'Each meeting held about a child who goes missing, by the stage of the authority’s protocol.',
  key: ['child', 'stage', 'on'],
  columns: z.object({
    child: mandatory(child()),
    stage: mandatory(code('Which meeting', missingStages)),
    on: mandatory(day('The day it was held'), 'date'),
    note: optional(text('What was agreed')),
  }),
})

/** A meeting held about a child who goes missing. */
export type MissingMeetingFact = RowOf<typeof missingMeetings>
