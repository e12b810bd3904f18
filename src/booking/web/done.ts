import { doneWords } from '../../platform/web/done.ts'

const words = {
  booked: 'The review is booked.',
  together: 'The reviews are booked, one after the other.',
  moved: 'The review is moved.',
  cancelled: 'The review is cancelled.',
  adjourned: 'The review is adjourned.',
  added: 'A further meeting is booked.',
  held: 'The meeting is recorded as held.',
  corrected: 'The record of the review is corrected.',
  given: 'The reviews have another IRO.',
  given_to_own: 'Each of the reviews is booked with the child’s own IRO.',
  invited: 'Invitations to the people that you ticked are written. Below is where each stands.',
  called_off: 'The reviews are called off. They wait to be booked again.',
} as const

/** What has been done, by the name of which a page is led to. */
export type Done = keyof typeof words

/** What has just been done, in words for the banner; null for nothing, and for what is none of ours. */
export const { of: doneWordsOf } = doneWords(words)
