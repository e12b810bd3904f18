import { noOrYes } from '../../codes.ts'
import { eachRow, notADate, notOneOf } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'
import { adoptionDetails, hasAllDetails, hasSomeDetails } from '../shared/adoptionDetails.ts'

/** Children adopted in the year (AD1). */
export const adoptedRules: readonly Rule[] = [
  {
    code: '112',
    message: 'The day of the decision that the child should be placed for adoption is not a date.',
    hint: 'Enter the day as DD/MM/YYYY.',
    tables: ['AD1'],
    fields: ['DATE_INT'],
    check: notADate('AD1', 'DATE_INT'),
  },
  {
    code: '113',
    message: 'The day on which the child was matched with the adopters is not a date.',
    hint: 'Enter the day as DD/MM/YYYY.',
    tables: ['AD1'],
    fields: ['DATE_MATCH'],
    check: notADate('AD1', 'DATE_MATCH'),
    cases: [
      `AD1
       CHILD DATE_MATCH
       1     22/11/2015
       2     38/04/2019 ✗
       3     01/01/19   ✗
       4     -`,
    ],
  },
  {
    code: '114',
    message: 'Whether the child was adopted by a former foster carer is not a known code.',
    hint: 'Enter 1 if the adopter was the child’s foster carer, or 0 if not.',
    tables: ['AD1'],
    fields: ['FOSTER_CARE'],
    check: notOneOf('AD1', 'FOSTER_CARE', noOrYes),
    cases: [
      `AD1
       CHILD FOSTER_CARE
       1     0
       2     1
       3     2   ✗
       4     yes ✗
       5     _   ✗
       6     -`,
    ],
  },
  {
    code: '151',
    message: 'Some of the adoption details are filled in and others are blank.',
    hint: 'Fill in all of them if the child was adopted in the year, or leave all blank.',
    tables: ['AD1'],
    fields: adoptionDetails,
    check: eachRow('AD1', (adoption) => hasSomeDetails(adoption) && !hasAllDetails(adoption)),
  },
  {
    code: '333',
    message:
      'The child was matched with the adopters, but it was decided later, or at no known day, that the child should be placed for adoption.',
    hint: 'Check both days: the decision comes first, or falls on the day of the match.',
    tables: ['AD1'],
    fields: ['DATE_INT', 'DATE_MATCH'],
    check: eachRow(
      'AD1',
      (adoption) => !Number.isNaN(adoption.DATE_MATCH) && !(adoption.DATE_INT <= adoption.DATE_MATCH),
    ),
    cases: [
      `AD1
       CHILD DATE_INT   DATE_MATCH
       1     01/06/2020 05/06/2020
       2     05/06/2020 05/06/2020
       3     02/06/2020 -
       4     03/06/2020 01/06/2020 ✗
       5     -          05/06/2020 ✗`,
    ],
  },
]
