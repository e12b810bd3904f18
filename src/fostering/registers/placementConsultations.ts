import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { code, day, mandatory, optional, text, yesNo } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** On which moves the IRO is consulted, in words. */
export const consultedMoves = {
  OUT_OF_AREA: 'A placement outside the authority’s area',
  KEY_STAGE_4: 'A move that disrupts education in key stage 4',
} as const

/** Moves on which the IRO must be consulted. Regulations 10 and 11 of the care planning regulations. */
export const placementConsultations = register({
  name: 'placement_consultations',
  summary: 'Each move on which the IRO must be consulted, and when that was done.',
  key: ['child', 'kind', 'on'],
  columns: z.object({
    child: mandatory(child()),
    kind: mandatory(code('Why the IRO is consulted', consultedMoves)),
    on: mandatory(day('The day of the move, or the day for which it is planned'), 'move_date'),
    isEmergency: optional(yesNo('It was an emergency: the IRO is consulted after the approval'), 'emergency'),
    approvedOn: optional(day('The day the move was approved'), 'approved_date'),
    consultedOn: optional(day('The day the IRO was consulted'), 'consulted_date'),
    view: optional(text('What the IRO said')),
  }),
  checks: [
    {
      columns: ['approvedOn', 'isEmergency'],
      why: ({ approvedOn, isEmergency }) =>
        isEmergency === true && !approvedOn ? 'is blank: in an emergency the days are counted from the approval' : null,
    },
  ],
})

/** A move on which the IRO must be consulted. */
export type PlacementConsultationFact = RowOf<typeof placementConsultations>
