import { eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

/** The decision that a child should be placed for adoption, and its reversal. */
export const placedForAdoptionRules: readonly Rule[] = [
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
    code: '184',
    message: 'The decision that the child should be placed for adoption was made before the child was born.',
    hint: 'Check the day of the decision and the date of birth.',
    tables: ['Header', 'PlacedAdoption'],
    fields: ['DATE_PLACED', 'DOB'],
    check: eachRow('PlacedAdoption', (placed) => placed.child.Header.some((header) => placed.DATE_PLACED < header.DOB)),
  },
]
