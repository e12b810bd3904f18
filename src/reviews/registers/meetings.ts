import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { officer } from '../../officers/registers/officers.ts'
import { code, day, mandatory, optional, reference, text, wholeNumber } from '../../registers/columns.ts'
import { type RowCheck, type RowOf, register } from '../../registers/register.ts'
import { formats } from './formats.ts'

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const whyNoTime = (typed: string | null | undefined): string | null =>
  typed && !TIME.test(typed) ? 'is no time like 14:30' : null

interface Timed {
  startsAt?: string | null | undefined
  endsAt?: string | null | undefined
}

/** When a meeting starts and ends: both times of a day, the end after the start. */
export const timeChecks: readonly RowCheck<Timed>[] = [
  { columns: ['startsAt'], why: ({ startsAt }) => whyNoTime(startsAt) },
  { columns: ['endsAt'], why: ({ endsAt }) => whyNoTime(endsAt) },
  {
    columns: ['endsAt', 'startsAt'],
    why: ({ startsAt, endsAt }) => {
      if (!endsAt) return null
      if (!startsAt) return 'is there without when it starts'
      return endsAt > startsAt ? null : `is not after it starts, at ${startsAt}`
    },
  },
]

/** The meetings of reviews, each at a time of an officer. */
export const meetings = register({
  name: 'meetings',
  summary: 'Each meeting of a review: when, where, with which officer. A review has one, or a series.',
  key: ['reviewRef', 'number'],
  columns: z.object({
    reviewRef: mandatory(reference('review', 'The review, as in reviews')),
    number: mandatory(wholeNumber('1 for the review’s first meeting', { above: 0 })),
    child: mandatory(child()),
    on: mandatory(day('The day'), 'date'),
    startsAt: optional(text('When it starts, like 14:30')),
    endsAt: optional(text('When it ends')),
    officerId: optional(officer('Who chairs, as in officers')),
    place: optional(text('Where')),
    format: optional(code('How people meet', formats)),
    purpose: mandatory(
      code('Which meeting it is', {
        REVIEW: 'The review’s own',
        SERIES: 'A further one of a series',
        RESUMED: 'The one to which the review was adjourned',
      }),
    ),
    status: mandatory(code('Where it stands', { BOOKED: 'Booked', HELD: 'Held', CANCELLED: 'Cancelled' })),
    whyNotAsChosen: optional(text('Why it is not as the child chose')),
    cancelledWhy: optional(text('Why it was cancelled')),
    adjournedWhy: optional(text('Why the review was adjourned at it')),
    adjournedBy: optional(officer('Whose decision it was to adjourn, as in officers')),
    overrideReason: optional(text('Why a rule of booking was set aside for it')),
    bookedOn: optional(day('The day on which it was booked'), 'booked_on'),
  }),
  checks: timeChecks,
})

/** One meeting of a review, booked for a time of an officer. `startsAt`: `14:30`; null where only the day is booked. `whyNotAsChosen` is for the child to read. */
export type MeetingFact = RowOf<typeof meetings>

/** What a meeting says besides when, where, how and with whom, where nothing more is known of it. */
export const nothingMoreKnown = {
  whyNotAsChosen: null,
  cancelledWhy: null,
  adjournedWhy: null,
  adjournedBy: null,
  overrideReason: null,
  bookedOn: null,
} as const satisfies Partial<MeetingFact>
