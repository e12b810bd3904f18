import { eachChild, eachRow } from '../../engine/checks.ts'
import type { Check, Rule } from '../../engine/rule.ts'
import { isUnder } from '../shared/ages.ts'

/** An episode, ended, of this placement type, that began before the child was `years` old. */
function placedBefore(years: number, placement: string): Check {
  return eachRow(
    'Episodes',
    (episode) =>
      episode.PLACE === placement && !Number.isNaN(episode.DEC) && isUnder(years, episode.child, episode.DECOM),
  )
}

/** An episode, ended, of this placement type, that lasted more than `days`. */
function lastedLongerThan(days: number, placement: string): Check {
  return eachRow('Episodes', (episode) => episode.PLACE === placement && episode.DEC > episode.DECOM + days)
}

const checkBirthAndPlacement = 'Check the date of birth and the placement type.'
const checkDaysAndPlacement = 'Check the days and the placement type: a longer stay is a placement of its own.'

/** Placement types that are limited by the child's age or in time. */
export const placementLimitRules: readonly Rule[] = [
  {
    code: '370',
    message: 'The child is in independent living (P2) but was under 15 when the episode began.',
    hint: checkBirthAndPlacement,
    tables: ['Episodes', 'Header'],
    fields: ['DECOM', 'PLACE'],
    until: '2023-24',
    check: placedBefore(15, 'P2'),
    since: {
      '2023-24': {
        message: 'The child is in independent living (P2) but was under 16 when the episode began.',
        check: placedBefore(16, 'P2'),
      },
    },
  },
  {
    code: '371',
    message:
      'The child is in semi-independent living outside the children’s homes regulations (H5) but was under 14 when the episode began.',
    hint: checkBirthAndPlacement,
    tables: ['Episodes', 'Header'],
    fields: ['DECOM', 'PLACE'],
    check: placedBefore(14, 'H5'),
    since: {
      '2023-24': {
        message:
          'The child is in semi-independent living outside the children’s homes regulations (H5) but was under 16 when the episode began.',
        check: placedBefore(16, 'H5'),
      },
      '2024-25': {
        message: 'The child is in supported accommodation (K3) but was under 16 when the episode began.',
        check: placedBefore(16, 'K3'),
      },
    },
  },
  {
    code: '372',
    message: 'The child is in youth custody or prison (R5) but was under 10 when the episode began.',
    hint: checkBirthAndPlacement,
    tables: ['Episodes', 'Header'],
    fields: ['DECOM', 'PLACE'],
    check: placedBefore(10, 'R5'),
  },
  {
    code: '373',
    message: 'The child is placed in a residential school (S1) but was under 4 when the episode began.',
    hint: checkBirthAndPlacement,
    tables: ['Episodes', 'Header'],
    fields: ['DECOM', 'PLACE'],
    check: placedBefore(4, 'S1'),
    cases: [
      `Header
       CHILD DOB
       1     15/03/2016
       Episodes
       CHILD DECOM      PLACE DEC
       1     14/03/2020 S1    25/04/2020 ✗
       1     15/03/2020 S1    25/04/2020
       1     14/03/2020 P2    25/04/2020
       1     14/03/2020 S1    -`,
    ],
  },
  {
    code: '374',
    message: 'The child is in residential employment (P3) but was under 14 when the episode began.',
    hint: checkBirthAndPlacement,
    tables: ['Episodes', 'Header'],
    fields: ['DECOM', 'PLACE'],
    check: placedBefore(14, 'P3'),
  },
  {
    code: '375',
    message: 'A temporary placement in hospital (T1) lasted more than six weeks.',
    hint: checkDaysAndPlacement,
    tables: ['Episodes', 'Header'],
    optional: ['Header'],
    fields: ['DECOM', 'PLACE'],
    check: lastedLongerThan(42, 'T1'),
  },
  {
    code: '376',
    message: 'A temporary placement while the usual foster carers were on holiday (T3) lasted more than three weeks.',
    hint: checkDaysAndPlacement,
    tables: ['Episodes', 'Header'],
    optional: ['Header'],
    fields: ['DECOM', 'PLACE'],
    check: lastedLongerThan(21, 'T3'),
    cases: [
      `Header
       CHILD DOB
       1     15/03/2016
       Episodes
       CHILD DECOM      PLACE DEC
       1     01/06/2020 T3    22/06/2020
       1     01/07/2020 T3    23/07/2020 ✗
       1     01/08/2020 T2    23/08/2020
       1     01/09/2020 T3    -`,
    ],
  },
  {
    code: '377',
    message: 'The child was placed more than twice in a year while the usual foster carers were on holiday (T3).',
    hint: 'Check the placement types. At most two such placements are allowed in any 12 months.',
    tables: ['Episodes'],
    fields: ['PLACE'],
    // All episodes of a return are of its year.
    check: eachChild((child, fail) => {
      const holidays = child.Episodes.filter((episode) => episode.PLACE === 'T3')
      if (holidays.length > 2) holidays.forEach(fail)
    }),
  },
  {
    code: '379',
    message: 'A temporary placement for no stated reason (T4) lasted more than seven days.',
    hint: checkDaysAndPlacement,
    tables: ['Episodes', 'Header'],
    optional: ['Header'],
    fields: ['DECOM', 'PLACE'],
    check: lastedLongerThan(7, 'T4'),
  },
]
