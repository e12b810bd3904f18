import * as z from 'zod'
import { code, day, mandatory, optional, optionalList, reference, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** What is sent after a review, in words. */
export const sentDocuments = {
  DECISIONS: 'The decisions',
  RECORD: 'The record',
  CHILD_LETTER: 'The child’s letter',
  EASY_READ: 'The easy-read version',
} as const

/** How something was sent, in words. */
export const sentBy = {
  EMAIL: 'By email',
  POST: 'By post',
  TEXT_LINK: 'By a link in a text message',
  BY_HAND: 'By hand',
} as const

/** Who was sent what after a review. */
export const distributions = register({
  name: 'distributions',
  summary: 'Who was sent what after a review, how, and what was left out for them and why.',
  key: ['reviewRef', 'document', 'recipient', 'sentOn'],
  columns: z.object({
    reviewRef: mandatory(reference('review', 'The review, as in reviews')),
    document: mandatory(code('What was sent', sentDocuments)),
    recipient: mandatory(text('To whom: the reference of a contact, or a role')),
    sentOn: mandatory(day('The day it was sent'), 'sent_date'),
    medium: optional(code('How it was sent', sentBy)),
    leftOut: optionalList('The headings left out for this recipient'),
    whyLeftOut: optional(text('Why they were left out')),
  }),
})

/** One document sent to someone after a review. */
export type Distribution = RowOf<typeof distributions>
