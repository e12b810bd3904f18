import { adopted, adoptionPlacements, fosterPlacements, temporaryPlacements } from '../../codes.ts'
import { eachChild, eachPair, eachRow } from '../../engine/checks.ts'
import type { Check, Rule } from '../../engine/rule.ts'
import type { Row } from '../../engine/rows.ts'

/** Placements for adoption that a foster placement comes before. */
const adoptionAfterFostering = new Set(['A3', 'A4'])
const continuesPlacement = new Set(['P', 'B'])
/** Special guardianship orders made to former foster carers. */
const guardianWasFosterCarer = new Set(['E45', 'E46'])

/**
 * The episode after a temporary placement, where it does not start as a new placement, or `isSamePlacement` says that
 * it does not go back to the placement before the temporary one.
 */
function doesNotReturn(isSamePlacement: (before: Row<'Episodes'>, after: Row<'Episodes'>) => boolean): Check {
  return eachChild((child, fail) => {
    child.Episodes.forEach((after, at) => {
      const [before, temporary] = [child.Episodes[at - 2], child.Episodes[at - 1]]
      if (!before || !temporary || !temporaryPlacements.has(temporary.PLACE)) return
      if (after.RNE !== 'P' || !isSamePlacement(before, after)) fail(after)
    })
  })
}

/** Placement types that do not fit what comes before, after or with them. */
export const placementNeighbourRules: readonly Rule[] = [
  {
    code: '336',
    message: 'The child is placed for adoption, but was not in a foster placement immediately before.',
    hint: 'Check the placement type of this episode and of the one before.',
    tables: ['Episodes'],
    fields: ['PLACE'],
    check: eachPair(
      'Episodes',
      'later',
      (earlier, later) =>
        adoptionAfterFostering.has(later.PLACE) &&
        !fosterPlacements.has(earlier.PLACE) &&
        !adoptionPlacements.has(earlier.PLACE),
    ),
  },
  {
    code: '380',
    message: 'A temporary placement can’t be where a period of care starts.',
    hint: 'Check the placement type, and RNE: a temporary placement starts with P or B.',
    tables: ['Episodes'],
    fields: ['PLACE', 'RNE'],
    check: eachRow(
      'Episodes',
      (episode) => temporaryPlacements.has(episode.PLACE) && !continuesPlacement.has(episode.RNE),
    ),
  },
  {
    code: '381',
    message: 'A temporary placement can’t be where a period of care ends.',
    hint: 'Check the placement type, and REC: a temporary placement ends with X1.',
    tables: ['Episodes'],
    fields: ['PLACE', 'REC'],
    check: eachRow(
      'Episodes',
      (episode) => temporaryPlacements.has(episode.PLACE) && episode.has('REC') && episode.REC !== 'X1',
    ),
  },
  {
    code: '383',
    message: 'After a temporary placement the child did not return to the placement before it.',
    hint: 'Check the two placements around the temporary one. If the child did not go back, it was not temporary.',
    tables: ['Episodes'],
    fields: ['PLACE', 'RNE'],
    check: doesNotReturn((before, after) => before.PLACE === after.PLACE),
    since: {
      '2025-26': {
        fields: ['PLACE', 'RNE', 'PL_POST'],
        check: doesNotReturn((before, after) => before.PLACE === after.PLACE && before.PL_POST === after.PL_POST),
      },
    },
  },
  {
    code: '390',
    message: 'The episode ended with an adoption, but the child was not placed for adoption.',
    hint: 'Check the reason why the episode ceased. Before an adoption the placement type is A3, A4, A5 or A6.',
    tables: ['Episodes'],
    fields: ['PLACE', 'REC'],
    check: eachRow('Episodes', (episode) => adopted.has(episode.REC) && !adoptionPlacements.has(episode.PLACE)),
    cases: [
      `Episodes
       CHILD PLACE REC
       1     P1    E11 ✗
       2     -     E12 ✗
       3     A3    E11
       4     A6    E12
       5     P1    E13`,
    ],
  },
  {
    code: '516',
    message:
      'The episode ended with special guardianship for the former foster carers, but the child was not fostered.',
    hint: 'Check the reason why the episode ceased. Before E45 or E46 the placement type is one of U1 to U6.',
    tables: ['Episodes'],
    fields: ['REC', 'PLACE'],
    check: eachRow(
      'Episodes',
      (episode) => guardianWasFosterCarer.has(episode.REC) && !fosterPlacements.has(episode.PLACE),
    ),
    cases: [
      `Episodes
       CHILD PLACE REC
       1     U1    E45
       2     U6    E46
       3     Z1    E45 ✗
       4     -     E46 ✗
       5     K2    E47
       6     K2    -`,
    ],
  },
]
