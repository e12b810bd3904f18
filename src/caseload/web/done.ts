import { doneWords } from '../../platform/web/done.ts'

const words = {
  allocated: 'The child has an IRO.',
  handed_over: 'The child is handed over.',
  ended: 'The allocation is ended.',
  family: 'The member of the family is saved.',
  letters: 'The letters to the child are drafted, where the child can be written to.',
  asked: 'The child’s wish is written down.',
  decided: 'The decision is saved.',
  officer_added: 'The officer is added.',
  officer_saved: 'The officer is saved.',
  absence_entered: 'The absence is saved.',
  absence_changed: 'The absence is changed.',
} as const

/** What has been done, by the name of which a page is led to. */
export type Done = keyof typeof words

/** What has just been done, in words for the banner; null for nothing, and for what is none of ours. */
export const { of: doneWordsOf } = doneWords(words)
