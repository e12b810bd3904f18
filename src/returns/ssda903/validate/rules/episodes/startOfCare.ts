import { hasTurned } from '../shared/ages.ts'
import { eachChild, eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

/** How being looked after begins. */
export const startOfCareRules: readonly Rule[] = [
  {
    code: '352',
    message: 'The child started to be looked after at 18 or over.',
    hint: 'Check the date of birth and the day on which the episode began.',
    tables: ['Header', 'Episodes'],
    fields: ['DECOM', 'RNE'],
    check: eachRow('Episodes', (episode) => episode.RNE === 'S' && hasTurned(18, episode.child, episode.DECOM)),
  },
  {
    code: '357',
    message: 'The child’s first episode began this year, but it does not start a period of care.',
    hint: 'Add the episode before this one if it was left out. If there is none, change RNE to S.',
    tables: ['Episodes'],
    fields: ['RNE'],
    check: eachChild((child, fail, { firstDay }) => {
      const [first] = child.Episodes
      if (first && first.DECOM >= firstDay && first.RNE !== 'S') fail(first)
    }),
    cases: [
      `Episodes
       CHILD DECOM      RNE
       1     01/04/2020 P   ✗
       1     01/06/2020 L
       2     01/06/2020 P
       2     31/05/2020 S
       3     31/03/2020 P
       4     01/06/2020 -   ✗
       5     -          P`,
    ],
  },
  {
    code: '366',
    message:
      'The episode is a short break (V3), but it does not start with RNE S, as if the placement had changed during it.',
    hint: 'Record each short break as its own episode with RNE S.',
    tables: ['Episodes'],
    fields: ['RNE'],
    check: eachRow('Episodes', (episode) => episode.LS === 'V3' && episode.RNE !== 'S'),
  },
  {
    code: '630',
    message:
      'The child started to be looked after this year, but their previous permanence option is missing or not complete.',
    hint: 'Fill in PREV_PERM: Z1 if there was none, otherwise also LA_PERM and DATE_PERM.',
    tables: ['Episodes', 'PrevPerm'],
    fields: ['RNE'],
    check: eachRow('Episodes', ({ RNE, DECOM, child }, { firstDay }) => {
      if (RNE !== 'S' || !(DECOM >= firstDay)) return false
      const isIncomplete = child.PrevPerm.some(
        (option) =>
          option.PREV_PERM !== 'Z1' && !(option.has('PREV_PERM') && option.has('LA_PERM') && option.has('DATE_PERM')),
      )
      return child.PrevPerm.length === 0 || isIncomplete
    }),
    cases: [
      `PrevPerm
       CHILD PREV_PERM LA_PERM DATE_PERM
       2     Z1        -       -
       3     P1        352     zz/05/2000
       4     P1        -       01/05/2000
       5     P2        352     -
       6     -         352     01/05/2000
       Episodes
       CHILD DECOM      RNE
       1     01/04/2020 S   ✗
       1     01/05/2020 P
       1     31/03/2020 S
       2     01/04/2020 S
       3     01/04/2020 S
       4     01/04/2020 S   ✗
       5     01/04/2020 S   ✗
       6     01/04/2020 S   ✗
       7     -          S`,
    ],
  },
]
