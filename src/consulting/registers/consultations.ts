import * as z from 'zod'
import { notBefore } from '../../registers/checks.ts'
import { code, day, mandatory, optional, reference } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** Who is asked before a review, in words. */
export const parties = {
  CHILD: 'The child',
  PARENT: 'Parent',
  CARER: 'Carer',
  EDUCATION: 'School or college',
  HEALTH: 'Health',
  SOCIAL_WORKER: 'Social worker',
  POLICE: 'Police',
  ADVOCATE: 'Advocate',
  INDEPENDENT_VISITOR: 'Independent visitor',
  OTHER: 'Someone else',
} as const

/** How an answer came, in words. */
export const media = {
  ONLINE: 'Online form',
  PAPER: 'On paper',
  APP: 'App',
  CONVERSATION: 'In a conversation',
} as const

/** Whom a review consulted: a form sent to each party, and the day on which it came back. What was answered is a document. */
export const consultations = register({
  name: 'consultations',
  summary: 'Each form that asked someone for their views before a review, and the day on which it came back.',
  key: ['reviewRef', 'party', 'sentOn'],
  columns: z.object({
    reviewRef: mandatory(reference('review', 'The review, as in reviews')),
    party: mandatory(code('Who was asked', parties)),
    sentOn: mandatory(day('The day on which the form was sent'), 'sent_date'),
    returnedOn: optional(day('The day on which it came back; blank: not returned'), 'returned_date'),
    medium: optional(code('How the answer came', media)),
  }),
  checks: [notBefore('returnedOn', 'sentOn')],
})

/** A form that asked a party for their views before a review. */
export type ConsultationFact = RowOf<typeof consultations>

/** Who is asked before a review. */
export type Party = ConsultationFact['party']

/** How an answer came. */
export type Medium = NonNullable<ConsultationFact['medium']>
