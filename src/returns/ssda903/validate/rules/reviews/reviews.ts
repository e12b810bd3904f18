import { yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import { eachRow, notADate } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reviews, and how the child took part. */
export const reviewRules: readonly Rule[] = [
  {
    code: '166',
    message: 'The day of the review is blank or not a date.',
    hint: 'Enter the day on which the review was held as DD/MM/YYYY.',
    tables: ['Reviews'],
    fields: ['REVIEW'],
    check: notADate('Reviews', 'REVIEW', 'blank fails'),
  },
  {
    code: '440',
    message: 'PN0 says that the child was under 4 at the review, but the child was older.',
    hint: 'Check the date of birth and the day of the review; enter PN1 to PN7 for a child of 4 or over.',
    tables: ['Reviews'],
    fields: ['DOB', 'REVIEW', 'REVIEW_CODE'],
    check: eachRow('Reviews', (review) => review.REVIEW_CODE === 'PN0' && review.REVIEW > yearsAfter(review.DOB, 4)),
  },
]
