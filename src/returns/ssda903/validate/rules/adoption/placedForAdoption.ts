import { reasonsNoLongerPlacedForAdoption } from '../../codes.ts'
import { eachChild, eachCombination, eachPair, eachRow, notADate, notOneOf } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'
import { adoptionDetails, hasSomeDetails } from '../shared/adoptionDetails.ts'

/** The decision that a child should be placed for adoption, and its reversal. */
export const placedForAdoptionRules: readonly Rule[] = [
  {
    code: '115',
    message: 'The day of the decision that the child should be placed for adoption is not a date.',
    hint: 'Enter the day as DD/MM/YYYY.',
    tables: ['PlacedAdoption'],
    fields: ['DATE_PLACED'],
    check: notADate('PlacedAdoption', 'DATE_PLACED'),
  },
  {
    code: '116',
    message: 'The day of the decision no longer to place the child for adoption is not a date.',
    hint: 'Enter the day as DD/MM/YYYY, or leave it blank where the decision to place the child stands.',
    tables: ['PlacedAdoption'],
    fields: ['DATE_PLACED_CEASED'],
    check: notADate('PlacedAdoption', 'DATE_PLACED_CEASED'),
    cases: [
      `PlacedAdoption
       CHILD DATE_PLACED_CEASED
       1     01/01/2021
       2     38/04/2019 ✗
       3     01/01/19   ✗
       4     -`,
    ],
  },
  {
    code: '119',
    message: 'Only one of the day and the reason of the decision no longer to place the child for adoption is given.',
    hint: 'Enter both, or neither where the decision to place the child stands.',
    tables: ['PlacedAdoption'],
    fields: ['REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'],
    check: eachRow(
      'PlacedAdoption',
      (placed) => placed.has('DATE_PLACED_CEASED') !== placed.has('REASON_PLACED_CEASED'),
    ),
  },
  {
    code: '120',
    message: 'The reason why the child should no longer be placed for adoption is not a known code.',
    hint: 'Enter RD1 to RD4.',
    tables: ['PlacedAdoption'],
    fields: ['REASON_PLACED_CEASED'],
    check: notOneOf('PlacedAdoption', 'REASON_PLACED_CEASED', reasonsNoLongerPlacedForAdoption),
  },
  {
    code: '184',
    message: 'The decision that the child should be placed for adoption was made before the child was born.',
    hint: 'Check the day of the decision and the date of birth.',
    tables: ['Header', 'PlacedAdoption'],
    fields: ['DATE_PLACED', 'DOB'],
    check: eachRow('PlacedAdoption', (placed) => placed.child.Header.some((header) => placed.DATE_PLACED < header.DOB)),
  },
  {
    code: '522',
    message: 'The decision to place the child for adoption was reversed before it was made.',
    hint: 'Check the two days: they may be the wrong way round.',
    tables: ['PlacedAdoption'],
    fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    check: eachRow('PlacedAdoption', (placed) => placed.DATE_PLACED_CEASED < placed.DATE_PLACED),
    cases: [
      `PlacedAdoption
       CHILD DATE_PLACED DATE_PLACED_CEASED
       1     26/05/2000  26/05/2000
       2     26/05/2000  01/02/2003
       3     -           26/05/2000
       4     01/02/2003  26/05/2000 ✗
       5     26/05/2000  -`,
    ],
  },
  {
    code: '523',
    message:
      'The day of the decision that the child should be placed for adoption differs between PlacedAdoption and AD1.',
    hint: 'Both are the day of the same decision: check which is right and correct the other.',
    tables: ['PlacedAdoption', 'AD1'],
    fields: ['DATE_PLACED', 'DATE_INT'],
    check: eachCombination(
      'PlacedAdoption',
      'AD1',
      // Only where both are known: the difference to what is not is no number.
      (placed, adoption) => Math.abs(placed.DATE_PLACED - adoption.DATE_INT) > 0,
    ),
    cases: [
      `PlacedAdoption
       CHILD DATE_PLACED
       1     08/03/2020
       2     22/06/2020 ✗
       3     -
       4     1st_June
       5     11/11/2020
       AD1
       CHILD DATE_INT
       1     08/03/2020
       2     22/07/2020 ✗
       3     26/05/2018
       4     01/10/2020
       6     01/10/2020`,
    ],
  },
  {
    code: '525',
    message: 'The decision to place the child for adoption was reversed, but adoption details are given.',
    hint: 'If the child was adopted, leave the reversal blank; if not, take the child out of AD1.',
    tables: ['PlacedAdoption', 'AD1'],
    fields: ['DATE_PLACED_CEASED', ...adoptionDetails],
    check: eachCombination(
      'PlacedAdoption',
      'AD1',
      (placed, adoption) => placed.has('DATE_PLACED_CEASED') && hasSomeDetails(adoption),
    ),
    cases: [
      `PlacedAdoption
       CHILD DATE_PLACED_CEASED
       1     08/03/2020
       2     22/06/2020 ✗
       3     13/10/2022 ✗
       4     -
       5     13/10/2022
       AD1
       CHILD DATE_INT   DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR
       1     -          -          -           -         -          -
       2     -          -          -           -         -          L0 ✗
       3     01/05/2019 01/06/2019 0           1         F1         L0 ✗
       4     01/05/2019 01/06/2019 0           1         F1         L0`,
    ],
  },
  {
    code: '563',
    message:
      'The child should no longer be placed for adoption, but the day of the decision to place the child is blank.',
    hint: 'Enter the day of the decision that the child should be placed for adoption.',
    tables: ['PlacedAdoption'],
    fields: ['DATE_PLACED', 'REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'],
    check: eachRow(
      'PlacedAdoption',
      (placed) => placed.has('REASON_PLACED_CEASED') && placed.has('DATE_PLACED_CEASED') && !placed.has('DATE_PLACED'),
    ),
  },
  {
    code: '579',
    message: 'The decision to place the child for adoption was made while the one before it still stood.',
    hint: 'Enter the day on which the earlier decision was reversed; the later one can’t be before it.',
    tables: ['PlacedAdoption'],
    fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    check: eachPair(
      'PlacedAdoption',
      'later',
      (earlier, later) => Number.isNaN(earlier.DATE_PLACED_CEASED) || later.DATE_PLACED < earlier.DATE_PLACED_CEASED,
    ),
  },
  {
    code: '583',
    message: 'There is more than one decision to place the child for adoption, and an earlier one was not reversed.',
    hint: 'Check that both decisions are needed, and enter the day on which the earlier one was reversed.',
    tables: ['PlacedAdoption'],
    fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    check: eachChild((child, fail) => {
      const decisions = child.PlacedAdoption.filter((placed) => !Number.isNaN(placed.DATE_PLACED))
      const standing = decisions.filter((placed) => !placed.has('DATE_PLACED_CEASED'))
      if (standing.some((placed) => placed !== decisions.at(-1))) standing.forEach(fail)
    }),
    cases: [
      `PlacedAdoption
       CHILD DATE_PLACED DATE_PLACED_CEASED
       1     01/02/2020  02/02/2020
       1     03/02/2020  04/02/2020
       2     01/02/2020  - ✗
       2     02/02/2020  - ✗
       3     03/02/2020  -
       3     01/02/2020  02/02/2020
       4     01/02/2020  02/02/2020
       4     01/01/2020  - ✗
       5     20/01/2020  - ✗
       5     03/02/2020  05/02/2020`,
    ],
  },
]
