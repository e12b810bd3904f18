import { yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import { reasonsPlacementChanged, temporaryPlacements } from '../../codes.ts'
import { eachChild, eachPair, eachRow, notOneOf } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

/** RNE of an episode that starts with a new placement. */
const startsWithNewPlacement = new Set(['P', 'T', 'B', 'U'])
const YOUNGEST_IN_CUSTODY = 10

/** Why a placement ended for another. */
export const placementChangeRules: readonly Rule[] = [
  {
    code: '225',
    message: 'The placement changed after this episode, but the reason for the change is blank.',
    hint: 'Enter why the placement changed: CARPL, CLOSE, ALLEG, STAND, APPRR, CREQB, CREQO, CHILD, LAREQ, PLACE, CUSTOD or OTHER.',
    tables: ['Episodes'],
    fields: ['REASON_PLACE_CHANGE'],
    check: eachPair(
      'Episodes',
      'earlier',
      (episode, next) =>
        episode.REC === 'X1' &&
        !episode.has('REASON_PLACE_CHANGE') &&
        startsWithNewPlacement.has(next.RNE) &&
        !temporaryPlacements.has(episode.PLACE) &&
        !temporaryPlacements.has(next.PLACE),
    ),
    cases: [
      `Episodes
       CHILD DECOM      RNE REC PLACE REASON_PLACE_CHANGE
       1     05/06/2020 P   E11 U1    -
       1     01/06/2020 P   X1  U1    -      ✗
       1     06/06/2020 B   E3  U1    -
       3     06/06/2020 T   X1  U1    -
       3     07/06/2020 L   X1  U1    CHILD
       3     08/06/2020 P   E3  U1    -
       4     09/06/2020 U   X1  T1    -
       4     15/06/2020 P   X1  U1    -
       4     16/06/2020 P   E3  T3    -
       6     17/06/2020 P   X1  U1    -`,
    ],
  },
  {
    code: '226',
    message: 'A reason for a change of placement is given at the start or end of a temporary placement.',
    hint: 'Remove the reason from this episode and from the one before it.',
    tables: ['Episodes'],
    fields: ['REASON_PLACE_CHANGE', 'PLACE'],
    check: eachChild((child, fail) => {
      child.Episodes.forEach((episode, at) => {
        const around = [child.Episodes[at - 1], episode]
        if (temporaryPlacements.has(episode.PLACE) && around.some((each) => each?.has('REASON_PLACE_CHANGE')))
          fail(episode)
      })
    }),
  },
  {
    code: '233',
    message: 'A reason for a change of placement is given, but the episode has not ended.',
    hint: 'Remove the reason, or enter the day on which the episode ended.',
    tables: ['Episodes'],
    fields: ['REASON_PLACE_CHANGE', 'DEC'],
    from: '2025-26',
    check: eachRow('Episodes', (episode) => !episode.has('DEC') && episode.has('REASON_PLACE_CHANGE')),
    cases: [
      `Episodes
       DEC        REASON_PLACE_CHANGE
       01/06/2025 -
       -          -
       -          CHILD ✗
       01/06/2025 CHILD`,
    ],
  },
  {
    code: '234',
    message: 'The placement changed because of custody, but the child was under 10.',
    hint: 'Check the reason and the date of birth: nobody under 10 can be taken into custody.',
    tables: ['Episodes', 'Header'],
    fields: ['REASON_PLACE_CHANGE', 'DOB'],
    from: '2025-26',
    check: eachChild((child, fail) => {
      child.Episodes.forEach((episode, at) => {
        if (episode.REASON_PLACE_CHANGE !== 'CUSTOD') return
        // The next placement starts with the change; without one, only this one's start is sure.
        const next = child.Episodes[at + 1] ?? episode
        for (const header of child.Header) {
          if (!(next.DECOM < yearsAfter(header.DOB, YOUNGEST_IN_CUSTODY))) continue
          fail(episode)
          fail(header)
        }
      })
    }),
    cases: [
      `Header
       CHILD DOB
       1     01/01/2000 ✗
       2     01/01/2000
       3     01/01/2000
       4     01/01/2000
       5     01/01/2000 ✗
       Episodes
       CHILD DECOM      REASON_PLACE_CHANGE
       1     01/01/2009 CUSTOD ✗
       2     01/01/2009 OTHER
       3     01/01/2010 CUSTOD
       4     01/01/2009 CUSTOD
       4     01/01/2010 -
       5     01/01/2009 CUSTOD ✗
       5     31/12/2009 -`,
    ],
  },
  {
    code: '1009',
    message: 'The reason for the change of placement is not a known code.',
    hint: 'Enter CARPL, CLOSE, ALLEG, STAND, APPRR, CREQB, CREQO, CHILD, LAREQ, PLACE, CUSTOD or OTHER.',
    tables: ['Episodes'],
    fields: ['REASON_PLACE_CHANGE'],
    check: notOneOf('Episodes', 'REASON_PLACE_CHANGE', reasonsPlacementChanged),
  },
]
