import { yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import { participationCodes } from '../../codes.ts'
import { eachRow, notADate } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

const STARTS_TO_TAKE_PART = 4

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
    code: '167',
    message: 'How the child took part in the review is blank or not a known code, or there is no review.',
    hint: 'Enter PN0 for a child under 4, or PN1 to PN7. Without a day of review leave it blank.',
    tables: ['Reviews'],
    fields: ['REVIEW_CODE'],
    check: eachRow('Reviews', (review) =>
      review.has('REVIEW') ? !participationCodes.has(review.asWritten('REVIEW_CODE')) : review.has('REVIEW_CODE'),
    ),
    cases: [
      `Reviews
       CHILD REVIEW     REVIEW_CODE
       1     01/02/2020 PN0
       2     31/03/2020 PR0         ✗
       3     05/07/2020 -           ✗
       4     05/07/2020 _           ✗
       5     -          -
       6     -          PN3         ✗
       7     31/03/2020 pn1         ✗`,
    ],
  },
  {
    code: '440',
    message: 'PN0 says that the child was under 4 at the review, but the child was older.',
    hint: 'Check the date of birth and the day of the review; enter PN1 to PN7 for a child of 4 or over.',
    tables: ['Reviews'],
    fields: ['DOB', 'REVIEW', 'REVIEW_CODE'],
    check: eachRow(
      'Reviews',
      (review) => review.REVIEW_CODE === 'PN0' && review.REVIEW >= yearsAfter(review.DOB, STARTS_TO_TAKE_PART),
    ),
    cases: [
      `Reviews
       CHILD DOB        REVIEW     REVIEW_CODE
       1     10/05/2019 09/05/2023 PN0
       2     10/05/2019 10/05/2023 PN0         ✗
       3     10/05/2019 11/05/2023 PN0         ✗
       4     10/05/2019 10/05/2023 PN1`,
    ],
  },
  {
    code: '441',
    message: 'The code of participation says that the child was 4 or over at the review, but the child was younger.',
    hint: 'Check the date of birth and the day of the review; enter PN0 for a child under 4.',
    tables: ['Reviews'],
    fields: ['DOB', 'REVIEW', 'REVIEW_CODE'],
    check: eachRow(
      'Reviews',
      (review) =>
        participationCodes.has(review.REVIEW_CODE) &&
        review.REVIEW_CODE !== 'PN0' &&
        review.REVIEW < yearsAfter(review.DOB, STARTS_TO_TAKE_PART),
    ),
  },
]
