import { adoptionPlacements, fosterPlacements, shortBreaks } from '../../codes.ts'
import { eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

const placementLocations = new Set(['IN', 'OUT'])
/** Placements with families, which may live anywhere, and K3 (supported accommodation). */
const mayLieElsewhere = new Set([...adoptionPlacements, ...fosterPlacements, 'K3'])

/** Where a placement lies: what is worked out from its postcode. */
export const placementLocationRules: readonly Rule[] = [
  {
    code: '169',
    message: 'The authority in which the placement lies is not known.',
    hint: 'Check the postcode of the placement.',
    tables: ['Episodes'],
    fields: ['PL_LA'],
    check: eachRow('Episodes', (episode) => !shortBreaks.has(episode.LS) && !episode.has('PL_LA')),
  },
  {
    code: '179',
    message: 'Whether the placement lies in this authority is not known.',
    hint: 'Check the postcode of the placement.',
    tables: ['Episodes'],
    fields: ['PL_LOCATION'],
    check: eachRow(
      'Episodes',
      (episode) => !shortBreaks.has(episode.LS) && !placementLocations.has(episode.PL_LOCATION),
    ),
    cases: [
      `Episodes
       LS PL_LOCATION
       C2 IN
       C2 OUT
       C2 -   ✗
       C2 NEAR ✗
       V3 -
       V4 -`,
    ],
  },
  {
    code: '214',
    message: 'A postcode or an Ofsted number (URN) of the placement is given, but the episode is a short break.',
    hint: 'Leave PL_POST and URN blank where the legal status is V3 or V4.',
    tables: ['Episodes'],
    fields: ['PL_POST', 'URN'],
    check: eachRow(
      'Episodes',
      (episode) => shortBreaks.has(episode.LS) && (episode.has('PL_POST') || episode.has('URN')),
    ),
    cases: [
      `Episodes
       LS PL_POST URN
       V3 M2_3RT  XXXXXXX  ✗
       C2 M2_3RT  SC045099
       C2 -       SC045099
       V4 M2_3RT  -        ✗
       V4 -       SC045099 ✗
       V3 -       -`,
    ],
  },
  {
    code: '398',
    message: 'A postcode is given, but the episode is a short break.',
    hint: 'Leave HOME_POST and PL_POST blank where the legal status is V3 or V4.',
    tables: ['Episodes'],
    fields: ['LS', 'HOME_POST', 'PL_POST'],
    check: eachRow(
      'Episodes',
      (episode) => shortBreaks.has(episode.LS) && (episode.has('HOME_POST') || episode.has('PL_POST')),
    ),
  },
  {
    code: '411',
    message: 'The placement is said to lie in this authority, but its postcode lies in another.',
    hint: 'Check PL_LOCATION and the postcode of the placement.',
    tables: ['Episodes'],
    needsAuthority: true,
    fields: ['PL_LOCATION'],
    check: eachRow('Episodes', (episode, { authority }) => episode.PL_LOCATION === 'IN' && episode.PL_LA !== authority),
    cases: [
      `authority E10000017
       Episodes
       PL_LA     PL_LOCATION
       E10000017 IN
       E09000001 OUT
       E10000017 -
       E10000017 OUT
       E09000001 IN  ✗
       -         IN  ✗`,
    ],
  },
  {
    code: '420',
    message: 'The authority in which the placement lies is given, but the episode is a short break.',
    hint: 'Leave PL_POST blank where the legal status is V3 or V4.',
    tables: ['Episodes'],
    fields: ['PL_LA'],
    check: eachRow('Episodes', (episode) => shortBreaks.has(episode.LS) && episode.has('PL_LA')),
  },
  {
    code: '1015',
    message: 'The provider is PR1 (this authority’s own), but the placement lies in another authority.',
    hint: 'Check PLACE_PROVIDER and the postcode of the placement.',
    tables: ['Episodes'],
    needsAuthority: true,
    fields: ['PL_LA'],
    check: eachRow(
      'Episodes',
      (episode, { authority }) =>
        episode.PLACE_PROVIDER === 'PR1' &&
        episode.has('LS') &&
        !shortBreaks.has(episode.LS) &&
        episode.has('PLACE') &&
        !mayLieElsewhere.has(episode.PLACE) &&
        episode.PL_LA !== authority,
    ),
  },
]
