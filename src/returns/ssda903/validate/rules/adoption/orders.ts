import { adopted, adoptionPlacements } from '../../codes.ts'
import { eachChild, eachRow } from '../../engine/checks.ts'
import type { Check, Rule } from '../../engine/rule.ts'
import type { Row } from '../../engine/rows.ts'
import { againstEpisode, isReversed } from './details.ts'

/** Placement orders and freeing orders, and the decisions that go with them. */
export const orderRules: readonly Rule[] = [
  {
    code: '553',
    message: 'A placement order was granted, but no decision that the child should be placed for adoption stands.',
    hint: 'Enter the day of the decision in PlacedAdoption; while the order lasts, its reversal must be blank.',
    tables: ['Episodes', 'PlacedAdoption'],
    fields: ['CHILD', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
    check: orderWithoutDecision('E1'),
  },
  {
    code: '554',
    message: 'The placement order was granted before the decision that the child should be placed for adoption.',
    hint: 'Check the day of the decision, and the first day under the order; an episode of an earlier return may explain it.',
    tables: ['Episodes', 'PlacedAdoption'],
    fields: ['DATE_PLACED', 'DECOM', 'LS'],
    check: againstEpisode(
      (child) => child.Episodes.find((episode) => episode.LS === 'E1'),
      (placed, order) => order !== undefined && placed.DATE_PLACED > order.DECOM,
    ),
  },
  {
    code: '555',
    message: 'A freeing order was granted, but no decision that the child should be placed for adoption stands.',
    hint: 'Enter the day of the decision in PlacedAdoption; while the order lasts, its reversal must be blank.',
    tables: ['Episodes', 'PlacedAdoption'],
    fields: ['CHILD', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
    until: '2023-24',
    check: orderWithoutDecision('D1'),
    cases: [
      // Child 6’s first decision was reversed, the second stands; child 7’s has no day.
      `Episodes
       CHILD LS DEC
       1     E1 01/06/2020
       2     D1 05/06/2020
       3     D1 - ✗
       4     D1 01/06/2020 ✗
       5     D1 -
       6     D1 -
       7     D1 05/06/2020
       PlacedAdoption
       CHILD DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED
       1     01/06/2020  01/06/2020         RD1
       2     01/06/2020  01/06/2020         RD1
       5     01/06/2020  -                  RD1 ✗
       6     01/06/2019  01/01/2020         RD1
       6     01/02/2020  -                  -
       7     -           -                  - ✗`,
    ],
  },
  {
    code: '556',
    message: 'The freeing order was granted before the decision that the child should be placed for adoption.',
    hint: 'Check the day of the decision, and the first day under the order.',
    tables: ['Episodes', 'PlacedAdoption'],
    fields: ['DATE_PLACED', 'DECOM'],
    until: '2023-24',
    check: eachRow(
      'Episodes',
      (episode) =>
        episode.LS === 'D1' && episode.child.PlacedAdoption.some((placed) => placed.DATE_PLACED > episode.DECOM),
    ),
  },
  {
    code: '557',
    message:
      'The child left care without being adopted, but the decision to place the child for adoption was not fully reversed.',
    hint: 'Enter the day and the reason of the decision no longer to place the child for adoption.',
    tables: ['Episodes', 'PlacedAdoption'],
    fields: ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED', 'PLACE', 'LS', 'REC'],
    check: leftWithoutReversal(new Set(['D1', 'E1'])),
    // Freeing orders (D1) are no more.
    since: { '2024-25': { check: leftWithoutReversal(new Set(['E1'])) } },
  },
]

/**
 * Episodes under an order of this legal status of a child without a decision that it should be placed for adoption;
 * where there are decisions, but none with a day or (while the order lasts) none that was not reversed, those.
 */
function orderWithoutDecision(legalStatus: string): Check {
  return eachChild((child, fail) => {
    const orders = child.Episodes.filter((episode) => episode.LS === legalStatus)
    if (orders.length === 0) return
    const isOpen = orders.some((order) => !order.has('DEC'))
    const stands = (placed: Row<'PlacedAdoption'>): boolean =>
      placed.has('DATE_PLACED') && !(isOpen && isReversed(placed))
    const decisions = child.PlacedAdoption
    if (decisions.length === 0) orders.forEach(fail)
    else if (!decisions.some(stands)) decisions.forEach(fail)
  })
}

/** Last episodes of children placed for adoption, or under one of these orders, who left care in another way. */
function leftWithoutReversal(orders: ReadonlySet<string>): Check {
  return eachChild((child, fail) => {
    const endings = child.Episodes.filter(
      ({ REC, PLACE, LS }) =>
        REC !== '' && REC !== 'X1' && !adopted.has(REC) && (adoptionPlacements.has(PLACE) || orders.has(LS)),
    )
    if (endings.length === 0) return
    const unfinished = child.PlacedAdoption.filter(
      (placed) => !placed.has('DATE_PLACED_CEASED') || !placed.has('REASON_PLACED_CEASED'),
    )
    if (child.PlacedAdoption.length > 0 && unfinished.length === 0) return
    for (const row of [...endings, ...unfinished]) fail(row)
  })
}
