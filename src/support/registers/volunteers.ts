import * as z from 'zod'
import { notBefore } from '../../registers/checks.ts'
import { day, identifier, mandatory, optional, reference } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

const VOLUNTEER = 'volunteer'

/** A column that names an independent visitor. */
export const volunteer = (meaning: string) => reference(VOLUNTEER, meaning)

/** Independent visitors. */
export const volunteers = register({
  name: 'volunteers',
  summary: 'Each independent visitor, with the days of checks and training.',
  key: ['volunteerRef'],
  columns: z.object({
    volunteerRef: mandatory(identifier(VOLUNTEER, 'The service’s own reference of the volunteer')),
    recruitedOn: mandatory(day('The day the volunteer was recruited'), 'recruited_date'),
    checkedOn: optional(day('The day the checks (disclosure and references) were complete'), 'checked_date'),
    trainedOn: optional(day('The day the training was complete'), 'trained_date'),
    endedOn: optional(day('The day the volunteer left'), 'ended_date'),
  }),
  checks: [notBefore('endedOn', 'recruitedOn')],
})

/** An independent visitor. Nobody is matched before the checks are complete. */
export type VolunteerFact = RowOf<typeof volunteers>
