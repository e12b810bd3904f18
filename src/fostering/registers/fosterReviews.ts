import * as z from 'zod'
import { officer } from '../../officers/registers/officers.ts'
import { notBefore } from '../../registers/checks.ts'
import { code, day, identifier, mandatory, optional, text, wholeNumber } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { formats } from '../../reviews/registers/formats.ts'
import { timeChecks } from '../../reviews/registers/meetings.ts'
import { household } from './fosterCarers.ts'

/** Why a household is reviewed, in words. */
export const fosterReviewKinds = {
  FIRST: 'First review of the approval',
  ANNUAL: 'Yearly review',
  ALLEGATION: 'Review after an allegation',
  CHANGE: 'Review after a change',
} as const

/** What a review of a household recommends, in words. */
export const recommendations = {
  CONTINUE: 'The approval continues as it is',
  CHANGE_TERMS: 'The terms of the approval change',
  TERMINATE: 'The approval ends',
} as const

/** Reviews of fostering households, planned, held and cancelled. */
export const fosterReviews = register({
  name: 'foster_reviews',
  summary: 'Each review of a fostering household, planned, held or cancelled.',
  key: ['carerRef', 'heldOn'],
  keyWhereBlank: { heldOn: 'bookedFor' },
  columns: z.object({
    carerRef: mandatory(household('The household, as in foster_carers')),
    kind: mandatory(code('Why it is reviewed', fosterReviewKinds)),
    status: mandatory(code('Where it stands', { PLANNED: 'Planned', HELD: 'Held', CANCELLED: 'Cancelled' })),
    reviewRef: optional(
      identifier('review', 'The reference under which people are invited and asked, which stays where it moves'),
    ),
    bookedFor: optional(day('The day it is booked for'), 'booked_date'),
    startsAt: optional(text('When it starts, like 14:30')),
    endsAt: optional(text('When it ends')),
    place: optional(text('Where')),
    heldOn: optional(day('The day it was held, obligatory once it was'), 'held_date'),
    format: optional(code('How people met', formats)),
    officerId: optional(officer('Who chairs, as in officers')),
    childViews: optional(wholeNumber('How many children’s statements were received')),
    recommendation: optional(code('What the review recommended', recommendations)),
    investigationEndedOn: optional(
      day('The day the investigation that led to the review ended'),
      'investigation_ended_date',
    ),
    decisionOn: optional(day('The day the panel or decision maker decided'), 'decision_date'),
    noticeOn: optional(day('The day the carers were given written notice'), 'notice_date'),
    lateReason: optional(text('Why it was late')),
  }),
  checks: [
    ...timeChecks,
    {
      columns: ['heldOn', 'status'],
      why: ({ heldOn, status }) =>
        status === 'HELD' && !heldOn ? 'is blank: a review that was held (status HELD) needs its day' : null,
    },
    {
      columns: ['bookedFor', 'heldOn', 'status'],
      why: ({ bookedFor, heldOn, status }) =>
        status !== 'HELD' && !bookedFor && !heldOn
          ? 'is blank: a review that is not held needs the day it is booked for'
          : null,
    },
    notBefore('decisionOn', 'heldOn'),
    notBefore('noticeOn', 'heldOn'),
  ],
})

/** A review of a fostering household. Until it is held it is told from others by the day it is booked for. */
export type FosterReviewFact = RowOf<typeof fosterReviews>

/** Why a household is reviewed. */
export type FosterReviewKind = FosterReviewFact['kind']
