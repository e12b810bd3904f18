import { shortBreaks } from '../../codes.ts'
import { eachRow } from '../../engine/checks.ts'
import type { Reference } from '../../engine/reference.ts'
import type { Rule } from '../../engine/rule.ts'
import type { Row } from '../../engine/rows.ts'
import { isOrWasUnaccompanied, unaccompaniedTables } from '../shared/unaccompanied.ts'

/** In miles; 999.9 is the most that the field holds, and stands for a distance that is not known. */
const UNKNOWN_DISTANCE = 999.9
const FAR_AWAY = 350

/** The form of a postcode without its space. Source: UK Government Data Standards Catalogue. */
const POSTCODE = /^[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?\d[ABD-HJLNP-UW-Z]{2}$/

/** The postcodes of home and placement, and how far they are from each other. */
export const placementDistanceRules: readonly Rule[] = [
  {
    code: '164',
    message: 'The distance of the placement from home is not between 0 and 999.9 miles.',
    hint: 'Check both postcodes.',
    tables: ['Episodes', ...unaccompaniedTables],
    optional: unaccompaniedTables,
    fields: ['PL_DISTANCE'],
    check: eachRow(
      'Episodes',
      (episode, data) =>
        episode.has('PL_DISTANCE') &&
        !shortBreaks.has(episode.LS) &&
        !(milesOf(episode) >= 0 && milesOf(episode) <= UNKNOWN_DISTANCE) &&
        !isOrWasUnaccompanied(episode.child, data),
    ),
  },
  {
    code: '392a',
    message: 'The distance of the placement from home is not known.',
    hint: 'Enter both postcodes, and check that they are right.',
    tables: ['Episodes', ...unaccompaniedTables],
    optional: unaccompaniedTables,
    fields: ['PL_DISTANCE'],
    check: eachRow(
      'Episodes',
      (episode, data) =>
        !episode.has('PL_DISTANCE') && !shortBreaks.has(episode.LS) && !isOrWasUnaccompanied(episode.child, data),
    ),
    cases: [
      `Episodes
       CHILD LS PL_DISTANCE
       1     L1 4.5
       2     L1 -   ✗
       2     V3 4.5
       3     L1 -   ✗
       4     L1 -
       4     V3 -
       5     L1 -   ✗
       6     L1 -
       Header
       CHILD UASC
       1     1
       2     0
       3     0
       4     0
       6     1
       Header_last
       CHILD UASC
       3     0
       4     1`,
      `Episodes
       CHILD LS PL_DISTANCE
       3     L1 -
       5     L1 - ✗
       6     L1 -
       Header
       CHILD UASC
       3     0
       5     0
       6     1
       UASC_last
       CHILD DUC
       3     01/01/2021
       5     -`,
    ],
  },
  {
    code: '392b',
    message: 'The postcode of home or of the placement is blank.',
    hint: 'Enter both postcodes; only short breaks and children who are or were unaccompanied go without.',
    tables: ['Episodes', ...unaccompaniedTables],
    optional: unaccompaniedTables,
    fields: ['HOME_POST', 'PL_POST'],
    check: eachRow(
      'Episodes',
      (episode, data) =>
        (!episode.has('HOME_POST') || !episode.has('PL_POST')) &&
        !shortBreaks.has(episode.LS) &&
        !isOrWasUnaccompanied(episode.child, data),
    ),
  },
  {
    code: '392c',
    message: 'The postcode of home or of the placement is not a postcode.',
    hint: 'Check the postcodes that are not blank.',
    tables: ['Episodes'],
    fields: ['HOME_POST', 'PL_POST'],
    check: eachRow('Episodes', (episode, { reference }) =>
      [episode.HOME_POST, episode.PL_POST].some((postcode) => postcode !== '' && !isPostcode(postcode, reference)),
    ),
    cases: [
      // SW1A 2AA is a postcode; no postcode ends in letters like CC, and none starts with a figure.
      `Episodes
       HOME_POST PL_POST
       SW1A_2AA  -
       M1_1AE    ec1a1bb
       SW1A_2CC  - ✗
       1AA_2AA   - ✗
       SW1A      - ✗`,
    ],
  },
  {
    code: '392d',
    message: 'Home and placement have the same postcode, but the child is not placed with parents (P1).',
    hint: 'Check both postcodes and the placement type.',
    tables: ['Episodes'],
    fields: ['HOME_POST', 'PL_POST', 'PLACE'],
    check: eachRow(
      'Episodes',
      (episode) =>
        episode.PLACE !== 'P1' &&
        episode.has('HOME_POST') &&
        withoutSpace(episode.HOME_POST) === withoutSpace(episode.PL_POST),
    ),
    cases: [
      `Episodes
       PLACE PL_POST  HOME_POST
       U1    BN20_1AA BN201AA  ✗
       U1    -        -
       P1    BN20_1AA BN20_1AA
       U1    BN20_1AA BN20_1AB`,
    ],
  },
  {
    code: '406',
    message: 'A distance is given, but the child is or was an unaccompanied asylum seeker.',
    hint: 'Leave the distance blank, and HOME_POST too: these children have no home address in England.',
    tables: ['Episodes', ...unaccompaniedTables],
    optional: unaccompaniedTables,
    fields: ['PL_DISTANCE'],
    check: eachRow(
      'Episodes',
      (episode, data) => episode.has('PL_DISTANCE') && isOrWasUnaccompanied(episode.child, data),
    ),
    cases: [
      `Episodes
       CHILD PL_DISTANCE
       1     4.5 ✗
       2     -
       2     4.5 ✗
       3     -
       3     4.5
       4     4.5 ✗
       5     4.5
       Header
       CHILD UASC
       1     1
       2     0
       3     0
       4     0
       Header_last
       CHILD UASC
       1     0
       2     1
       3     0
       4     1`,
    ],
  },
  {
    code: '454',
    message: 'The placement is more than 350 miles from home.',
    hint: 'Check both postcodes. If they are right, explain it to DfE.',
    tables: ['Episodes'],
    fields: ['PL_DISTANCE'],
    from: '2025-26',
    check: eachRow('Episodes', (episode) => milesOf(episode) > FAR_AWAY && milesOf(episode) !== UNKNOWN_DISTANCE),
    cases: [
      `Episodes
       PL_DISTANCE
       350
       999.9
       349
       -351
       999   ✗
       350.1 ✗
       -`,
    ],
  },
]

/** `NaN` where no number stands there. */
const milesOf = (episode: Row<'Episodes'>): number => (episode.has('PL_DISTANCE') ? Number(episode.PL_DISTANCE) : NaN)

const withoutSpace = (postcode: string): string => postcode.replaceAll(' ', '')

/** Whether there is such a postcode; without a list of postcodes, whether it has the form of one. */
function isPostcode(text: string, { postcodes }: Reference): boolean {
  return postcodes ? postcodes.has(withoutSpace(text)) : POSTCODE.test(withoutSpace(text))
}
