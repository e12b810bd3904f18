import { dayNumberOf } from '../../../../../kernel/dayNumbers.ts'
import { eachCombination, eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'
import { hasTurned, isUnder } from '../shared/ages.ts'

const FREEING_ORDERS_ENDED = dayNumberOf(2005, 12, 31)
const PLACEMENT_ORDERS_BEGAN = dayNumberOf(2005, 12, 1)

/** Through the criminal justice system: remanded, detained, sentenced. */
const youthJustice = new Set(['J1', 'J2', 'J3'])

/** Legal statuses that can't apply to a child of this age, or at this time. */
export const legalStatusAtTimeRules: readonly Rule[] = [
  {
    code: '358',
    message: 'The child was under 10 when the episode began, but has a youth justice legal status.',
    hint: 'Check the date of birth, the day on which the episode began and the legal status.',
    tables: ['Header', 'Episodes'],
    fields: ['DECOM', 'DOB', 'LS'],
    check: eachCombination(
      'Episodes',
      'Header',
      (episode) => youthJustice.has(episode.LS) && isUnder(10, episode.child, episode.DECOM),
    ),
    cases: [
      `Header
       CHILD DOB
       1     01/06/2010
       2     02/06/2010 ✗
       Episodes
       CHILD DECOM      LS
       1     01/06/2020 J1
       2     01/06/2020 J2 ✗
       2     01/06/2020 C2`,
    ],
  },
  {
    code: '359',
    message:
      'The young person has turned 18 and is still looked after, but not in a community home under section 20(5).',
    hint: 'If care has ended, enter the day and the reason. If not, the legal status is V2 and the placement type K2.',
    tables: ['Header', 'Episodes'],
    fields: ['DEC', 'LS', 'PLACE'],
    check: eachRow(
      'Episodes',
      (episode, { lastDay }) =>
        !episode.has('DEC') &&
        !(episode.LS === 'V2' && episode.PLACE === 'K2') &&
        hasTurned(18, episode.child, lastDay - 1),
    ),
    cases: [
      `Header
       CHILD DOB
       1     30/03/2003
       2     31/03/2003
       3     -
       Episodes
       CHILD DEC        LS PLACE
       1     -          V2 K2
       1     -          V2 K1    ✗
       1     -          C2 K2    ✗
       1     01/06/2020 C2 R2
       2     -          C2 R2
       3     -          C2 R2
       4     -          C2 R2`,
    ],
  },
  {
    code: '445',
    message: 'The legal status is freed for adoption (D1), but the episode began after December 2005.',
    hint: 'Enter the legal status that applies: freeing orders were replaced by placement orders (E1).',
    tables: ['Episodes'],
    fields: ['LS', 'DECOM'],
    until: '2023-24',
    check: eachRow('Episodes', (episode) => episode.LS === 'D1' && episode.DECOM > FREEING_ORDERS_ENDED),
  },
  {
    code: '446',
    message: 'The legal status is a placement order (E1), but the episode began before December 2005.',
    hint: 'Check the day and the legal status: there were no placement orders before December 2005.',
    tables: ['Episodes'],
    fields: ['LS', 'DECOM'],
    check: eachRow('Episodes', (episode) => episode.LS === 'E1' && episode.DECOM < PLACEMENT_ORDERS_BEGAN),
  },
  {
    code: '451',
    message:
      'The child is still freed for adoption (D1), but there have been no new freeing orders since December 2005.',
    hint: 'Check the legal status. If the child has been adopted, or care has ended, enter the day and the reason.',
    tables: ['Episodes'],
    fields: ['DEC', 'REC', 'LS'],
    until: '2023-24',
    check: eachRow('Episodes', (episode) => episode.LS === 'D1' && !episode.has('DEC') && !episode.has('REC')),
  },
]
