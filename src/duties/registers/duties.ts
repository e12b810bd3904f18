import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { officer } from '../../officers/registers/officers.ts'
import { code, day, decimal, identifier, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** Work that is not a review, in words. */
export const dutyKinds = {
  LADO_DUTY: 'Duty for the designated officer (LADO)',
  CHILDRENS_HOME_VISIT: 'Visit to a children’s home',
  MISSING_MEETING: 'Meeting about a missing child',
  EXPLOITATION_MEETING: 'Meeting about exploitation',
  PANEL: 'Panel',
  STRATEGY_MEETING: 'Strategy meeting',
  CHILD_IN_NEED_MEETING: 'Child in need meeting',
  SUPERVISION: 'Supervision',
  APPRAISAL: 'Appraisal',
  LINK_TEAM_MEETING: 'Meeting with a linked team',
  TRAINING: 'Training',
  OTHER: 'Other work',
} as const

/** A row is one piece of work, or a month of it: no month has more hours than 31 days. */
const MOST_HOURS = 31 * 24

/** What officers do beside reviews. */
export const duties = register({
  name: 'duties',
  summary: 'Work of an officer that is not a review, one piece or one month of it a row.',
  key: ['dutyRef'],
  columns: z.object({
    dutyRef: mandatory(identifier('duty', 'The service’s own reference')),
    on: mandatory(day('The day, or the last day of the month that it sums up'), 'date'),
    officerId: mandatory(officer('Whose work it was, as in officers')),
    kind: mandatory(code('What it was', dutyKinds)),
    hours: optional(decimal('How many hours it took')),
    child: optional(child()),
    team: optional(text('The team that it was for')),
  }),
  checks: [
    {
      columns: ['hours'],
      why: ({ hours }) => {
        if (hours == null) return null
        if (hours < 0) return 'is less than no hours'
        return hours > MOST_HOURS ? `is more than the ${MOST_HOURS} hours of a month` : null
      },
    },
  ],
})

/** A piece of work that is not a review, or a month of such work. */
export type DutyFact = RowOf<typeof duties>

/** What kind of work it was. */
export type DutyKind = DutyFact['kind']
