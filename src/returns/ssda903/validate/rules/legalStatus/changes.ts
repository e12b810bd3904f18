import { eachPair } from '../../engine/checks.ts'
import type { Row } from '../../engine/rows.ts'
import type { Rule } from '../../engine/rule.ts'

const placementChanged = new Set(['P', 'T'])
const bothChanged = new Set(['B', 'U'])

function isSamePlacement(one: Row<'Episodes'>, other: Row<'Episodes'>): boolean {
  return (
    one.PLACE === other.PLACE &&
    one.PL_POST === other.PL_POST &&
    one.URN === other.URN &&
    one.PLACE_PROVIDER === other.PLACE_PROVIDER
  )
}

/** Episodes that say that the legal status or the placement changed, and what did. */
export const legalStatusChangeRules: readonly Rule[] = [
  {
    code: '434',
    message: 'The episode says that only the legal status changed, but it did not, or the placement changed too.',
    hint: 'Correct RNE: L is for a change of legal status alone. Or correct what differs from the episode before.',
    tables: ['Episodes'],
    fields: ['RNE', 'LS', 'PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'],
    check: eachPair(
      'Episodes',
      'later',
      (earlier, later) => later.RNE === 'L' && (later.LS === earlier.LS || !isSamePlacement(earlier, later)),
    ),
  },
  {
    code: '435',
    message: 'The episode says that only the placement changed, but it did not, or the legal status changed too.',
    hint: 'Correct RNE: P and T are for a change of placement alone. Or correct what differs from the episode before.',
    tables: ['Episodes'],
    fields: ['LS', 'PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'],
    check: eachPair(
      'Episodes',
      'later',
      (earlier, later) =>
        placementChanged.has(later.RNE) && (later.LS !== earlier.LS || isSamePlacement(earlier, later)),
    ),
    cases: [
      `Episodes
       CHILD DECOM      RNE LS PLACE PL_POST URN   PLACE_PROVIDER
       1     01/06/2020 P   C2 U1    AA1_1AA SC112 PR1
       1     03/06/2020 P   C2 U1    AA2_2AA SC112 PR1
       1     05/06/2020 P   C2 U1    AA2_2AA SC113 PR1
       1     04/06/2020 T   C2 U1    AA2_2AA SC112 PR1 ✗
       2     07/06/2020 P   C2 U1    AA1_1AA -     PR4
       2     08/06/2020 T   C2 U1    AA1_1AA -     PR1
       2     09/06/2020 P   L3 R1    AA1_1AA -     PR1 ✗
       2     10/06/2020 L   C2 R1    AA1_1AA -     PR1
       2     11/06/2020 P   C2 R1    AA1_1AA -     PR1 ✗`,
    ],
  },
  {
    code: '436',
    message: 'The episode says that both the legal status and the placement changed, but one of them did not.',
    hint: 'Correct RNE: B and U are for a change of both. Or correct what is the same as in the episode before.',
    tables: ['Episodes'],
    fields: ['RNE', 'LS', 'PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'],
    check: eachPair(
      'Episodes',
      'later',
      (earlier, later) => bothChanged.has(later.RNE) && (later.LS === earlier.LS || isSamePlacement(earlier, later)),
    ),
    cases: [
      `Episodes
       CHILD DECOM      RNE LS PLACE PL_POST URN   PLACE_PROVIDER
       1     03/06/2020 B   C2 U1    AA1_1AA SC112 PR1
       1     05/06/2020 U   L1 U1    AA1_1AA SC113 PR1
       1     06/06/2020 B   C2 U1    AA1_1AA SC113 PR1 ✗
       1     08/06/2020 U   C2 U1    AA2_2AA SC113 PR1 ✗
       2     09/06/2020 B   C2 -     AA1_1AA -     PR1
       2     10/06/2020 B   L1 -     AA1_1AA -     PR1 ✗
       2     11/06/2020 B   -  U1    AA1_1AA -     PR1
       2     12/06/2020 P   -  U1    AA1_1AA -     PR1`,
    ],
  },
]
