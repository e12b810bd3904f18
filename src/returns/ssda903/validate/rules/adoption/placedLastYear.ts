import { eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'
import { isReversed } from './details.ts'

/** This year's decisions that a child should be placed for adoption against last year's. */
export const placedLastYearRules: readonly Rule[] = [
  {
    code: '559',
    message:
      'The decision to place the child for adoption was made before this year, but last year’s return had no day of it.',
    hint: 'Check the day. If it is right, last year’s return was incomplete.',
    tables: ['PlacedAdoption', 'PlacedAdoption_last'],
    fields: ['DATE_PLACED'],
    check: eachRow(
      'PlacedAdoption',
      (placed, { firstDay }) =>
        placed.DATE_PLACED < firstDay &&
        placed.child.last.PlacedAdoption.every((last) => Number.isNaN(last.DATE_PLACED)),
    ),
    cases: [
      `collection 2020-21
       PlacedAdoption
       CHILD DATE_PLACED
       1     26/05/2020
       2     01/04/2020
       3     -
       4     01/02/2016
       5     31/03/2020 ✗
       6     26/05/2019 ✗
       PlacedAdoption_last
       CHILD DATE_PLACED
       1     26/05/2000
       2     -
       3     26/05/2000
       4     01/02/2016
       5     -`,
    ],
  },
  {
    code: '560',
    message:
      'The day of the decision to place the child for adoption differs from last year’s, though that decision still stood.',
    hint: 'Carry last year’s decision over with the same day; if it was reversed this year, enter the day and the reason.',
    tables: ['PlacedAdoption', 'PlacedAdoption_last'],
    fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    check: eachRow('PlacedAdoption', ({ child }) =>
      child.last.PlacedAdoption.some(
        (last) =>
          !Number.isNaN(last.DATE_PLACED) &&
          !last.has('DATE_PLACED_CEASED') &&
          !child.PlacedAdoption.some((placed) => placed.DATE_PLACED === last.DATE_PLACED),
      ),
    ),
    cases: [
      // Child 1’s decision was carried over, reversed this year and made anew; child 2’s was lost.
      `PlacedAdoption
       CHILD DATE_PLACED DATE_PLACED_CEASED
       1     26/05/2019  01/06/2020
       1     01/02/2021  -
       2     01/02/2021  - ✗
       3     -           - ✗
       PlacedAdoption_last
       CHILD DATE_PLACED DATE_PLACED_CEASED
       1     26/05/2019  -
       2     26/05/2019  -
       3     26/05/2019  -`,
    ],
  },
  {
    code: '561',
    message:
      'The day of the decision to place the child for adoption is the same as last year, but that decision was reversed last year.',
    hint: 'Take the row out; or, if there is a new decision, enter its day.',
    tables: ['PlacedAdoption', 'PlacedAdoption_last'],
    fields: ['DATE_PLACED'],
    check: eachRow('PlacedAdoption', (placed) =>
      placed.child.last.PlacedAdoption.some((last) => last.DATE_PLACED === placed.DATE_PLACED && isReversed(last)),
    ),
  },
  {
    code: '584',
    message:
      'Last year’s decision to place the child for adoption was reversed, but this year’s is blank or not after it.',
    hint: 'Enter the day of the new decision, or take the row out if there is none.',
    tables: ['PlacedAdoption', 'PlacedAdoption_last'],
    fields: ['DATE_PLACED'],
    check: eachRow('PlacedAdoption', (placed) =>
      placed.child.last.PlacedAdoption.some(
        (last) =>
          isReversed(last) &&
          (placed.DATE_PLACED <= last.DATE_PLACED || (!placed.has('DATE_PLACED') && !Number.isNaN(last.DATE_PLACED))),
      ),
    ),
  },
]
