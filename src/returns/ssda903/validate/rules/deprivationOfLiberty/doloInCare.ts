import { eachChild, eachCombination } from '../../engine/checks.ts'
import type { Check, Rule } from '../../engine/rule.ts'
import { endsOutside, periodsOfCare } from '../shared/periodsOfCare.ts'

const expectedPlacements = new Set(['K2', 'Z12', 'Z13'])
/** Secure children's homes, with parents, youth custody or prison, supported accommodation. */
const impossiblePlacements = new Set(['K1', 'P1', 'R5', 'K3'])

/** An order with a start and an end, and an episode that it overlaps, of a placement type that `isWrong` refuses. */
function placedDuringOrder(isWrong: (placement: string) => boolean): Check {
  return eachCombination(
    'DoLo',
    'Episodes',
    (order, episode) =>
      order.DOLO_END >= episode.DECOM &&
      (episode.has('DEC') ? order.DOLO_START <= episode.DEC : !Number.isNaN(order.DOLO_START)) &&
      isWrong(episode.PLACE),
  )
}

/** Deprivation of liberty orders against the periods of care and the placements of the child. */
export const doloInCareRules: readonly Rule[] = [
  {
    code: '707',
    message: 'The deprivation of liberty order does not end within a period of care.',
    hint: 'Enter the day on which it ended, which can’t be after the child stopped being looked after.',
    tables: ['DoLo', 'Episodes'],
    fields: ['DOLO_END'],
    from: '2026-27',
    check: eachChild((child, fail) => {
      if (child.DoLo.length === 0) return
      const periods = periodsOfCare(child)
      for (const order of child.DoLo) {
        const isOutside = periods.every((period) => endsOutside(period, order.DOLO_START, order.DOLO_END))
        if (periods.length > 0 && !Number.isNaN(order.DOLO_START) && isOutside) fail(order)
      }
    }),
    cases: [
      `Episodes
       CHILD DECOM      DEC
       1     01/04/2020 30/06/2020
       2     01/04/2020 30/06/2020
       2     30/06/2020 31/07/2020
       2     01/09/2020 -
       3     -          30/06/2020
       DoLo
       CHILD DOLO_START DOLO_END
       1     01/05/2020 -          ✗
       1     01/05/2020 01/07/2020 ✗
       1     01/05/2020 30/06/2020
       1     -          01/07/2020
       2     01/05/2020 -          ✗
       2     01/05/2020 31/07/2020
       2     01/05/2020 01/08/2020 ✗
       2     01/09/2020 -
       3     01/05/2020 -
       4     01/05/2020 -`,
    ],
  },
  {
    code: '709',
    message: 'The child was under a deprivation of liberty order in an unexpected type of placement.',
    hint: 'Check the days of the order and the placement type: K2, Z12 or Z13 would be expected.',
    tables: ['DoLo', 'Episodes'],
    fields: ['DOLO_START', 'PLACE'],
    from: '2026-27',
    check: placedDuringOrder((placement) => !expectedPlacements.has(placement)),
    cases: [
      `Episodes
       CHILD DECOM      DEC        PLACE
       1     01/04/2020 30/06/2020 K2
       1     30/06/2020 31/07/2020 Z12
       2     01/04/2020 30/06/2020 U1    ✗
       2     01/07/2020 -          U1    ✗
       3     01/04/2020 30/06/2020 U1
       DoLo
       CHILD DOLO_START DOLO_END
       1     01/05/2020 31/07/2020
       2     30/06/2020 30/06/2020 ✗
       2     05/07/2020 06/07/2020 ✗
       3     01/05/2020 -
       3     -          01/05/2020
       3     01/07/2020 05/07/2020`,
    ],
  },
  {
    code: '710',
    message:
      'The child was under a deprivation of liberty order in a secure children’s home, with parents, in youth custody or in supported accommodation.',
    hint: 'Check the days of the order and the placement type: K1, P1, R5 and K3 do not go with an order.',
    tables: ['DoLo', 'Episodes'],
    fields: ['DOLO_START', 'PLACE'],
    from: '2026-27',
    check: placedDuringOrder((placement) => impossiblePlacements.has(placement)),
    cases: [
      `Episodes
       CHILD DECOM      DEC PLACE
       1     01/04/2020 -   K3    ✗
       2     01/04/2020 -   U1
       DoLo
       CHILD DOLO_START DOLO_END
       1     01/05/2020 31/07/2020 ✗
       1     01/05/2019 31/03/2020
       2     01/05/2020 31/07/2020`,
    ],
  },
]
