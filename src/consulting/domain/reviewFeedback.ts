import type { ContactRole } from '../../participation/registers/contacts.ts'
import type { FeedbackFact } from '../registers/feedback.ts'
import { partyOf } from './parties.ts'

/** How the review was, as it is kept. */
export const howItWas = { good: 'Good', ok: 'OK', bad: 'Not good' } as const
/** Whether people listened, as it is kept. */
export const listened = { yes: 'Yes', some: 'A bit', no: 'No' } as const

/** What someone says of a review that was held: three short questions, and whether it may be quoted. */
export interface FeedbackGiven {
  how: keyof typeof howItWas | null
  listened: keyof typeof listened | null
  words: string | null
  /** Whether it is meant as thanks: it is kept as a compliment. */
  isThanks: boolean
  mayQuote: boolean | null
}

/** Whether nothing was said at all. */
export const saysNothing = ({ how, listened: heard, words }: FeedbackGiven): boolean =>
  how === null && heard === null && words === null

/** As whom a contact gives feedback. */
export function feedbackFromRole(role: ContactRole): NonNullable<FeedbackFact['from']> {
  const party = partyOf(role)
  if (party === 'CHILD' || party === 'PARENT' || party === 'CARER') return party
  return party === 'OTHER' ? 'OTHER' : 'PARTNER'
}

/** What is kept of it: the questions with their answers, a line each, then the words as they were typed. */
export const feedbackText = ({ how, listened: heard, words }: FeedbackGiven): string =>
  [
    how === null ? '' : `How the review was: ${howItWas[how]}`,
    heard === null ? '' : `Whether people listened: ${listened[heard]}`,
    words ?? '',
  ]
    .filter((line) => line !== '')
    .join('\n')
