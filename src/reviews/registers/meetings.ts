import * as z from 'zod'
import type { MeetingFact } from '../../children/domain/registers.ts'
import { child } from '../../children/registers/child.ts'
import { officer } from '../../officers/registers/officers.ts'
import { code, day, mandatory, optional, reference, text, wholeNumber } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { formats } from './formats.ts'

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const whyNoTime = (typed: string | null | undefined): string | null =>
  typed && !TIME.test(typed) ? 'is no time like 14:30' : null

/** The meetings of reviews, each at a time of an officer. */
export const meetings = register({
  name: 'meetings',
  summary: 'Each meeting of a review: when, where, with which officer. A review has one, or a series.',
  key: ['review_ref', 'number'],
  columns: z.object({
    review_ref: mandatory(reference('review', 'The review, as in reviews')),
    number: mandatory(wholeNumber('1 for the review’s first meeting', { above: 0 })),
    child: mandatory(child()),
    date: mandatory(day('The day')),
    starts_at: optional(text('When it starts, like 14:30')),
    ends_at: optional(text('When it ends')),
    officer_id: optional(officer('Who chairs, as in officers')),
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
    why_not_as_chosen: optional(text('Why it is not as the child chose')),
    cancelled_why: optional(text('Why it was cancelled')),
    override_reason: optional(text('Why a rule of booking was set aside for it')),
  }),
  checks: [
    { columns: ['starts_at'], why: ({ starts_at }) => whyNoTime(starts_at) },
    { columns: ['ends_at'], why: ({ ends_at }) => whyNoTime(ends_at) },
    {
      columns: ['ends_at', 'starts_at'],
      why: ({ starts_at, ends_at }) => {
        if (!ends_at) return null
        if (!starts_at) return 'is there without when it starts'
        return ends_at > starts_at ? null : `is not after it starts, at ${starts_at}`
      },
    },
  ],
})

export const meetingFact = (row: RowOf<typeof meetings>): MeetingFact => ({
  reviewRef: row.review_ref,
  number: row.number,
  child: row.child,
  on: row.date,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  officerId: row.officer_id,
  place: row.place,
  format: row.format,
  purpose: row.purpose,
  status: row.status,
  whyNotAsChosen: row.why_not_as_chosen,
  cancelledWhy: row.cancelled_why,
  overrideReason: row.override_reason,
})
