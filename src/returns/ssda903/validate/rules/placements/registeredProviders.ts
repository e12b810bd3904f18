import { shortBreaks } from '../../codes.ts'
import { eachRow } from '../../engine/checks.ts'
import type { IndexedReturn } from '../../engine/indexedReturn.ts'
import type { Provider } from '../../engine/reference.ts'
import type { Check, Rule } from '../../engine/rule.ts'
import type { Row } from '../../engine/rows.ts'
import { hasUrn } from './hasUrn.ts'

/** Types of placement that lie where Ofsted's list says: homes and schools, not families. */
const atProvidersAddress = new Set(['K1', 'K2', 'R3', 'S1'])

/** Ofsted's unique reference number (URN) of a placement, against Ofsted's list of providers. */
export const registeredProviderRules: readonly Rule[] = [
  {
    code: '219',
    message: 'The Ofsted number (URN) belongs to a provider that does not provide this type of placement.',
    hint: 'Check the URN and the placement type against Ofsted’s list.',
    tables: ['Episodes'],
    reference: 'providers',
    fields: ['URN', 'PLACE'],
    check: eachPlacement((episode, entries) => !entries.some((entry) => entry.placeTypes.includes(episode.PLACE))),
  },
  {
    code: '221',
    message: 'The postcode of the placement is not that of the provider with this Ofsted number (URN).',
    hint: 'Check the URN and the postcode against Ofsted’s list.',
    tables: ['Episodes'],
    reference: 'providers',
    fields: ['PL_POST'],
    check: liesElsewhere(atProvidersAddress),
    since: {
      '2023-24': { check: liesElsewhere(new Set([...atProvidersAddress, 'H5'])) },
      '2024-25': { check: liesElsewhere(atProvidersAddress) },
    },
    cases: [
      `Episodes
       CHILD LS PLACE PL_POST  URN
       1     V3 R3    A11_5KE  1
       1     V2 R3    S25_1WO  -
       1     V2 K1    S25_1WO  3   ✗
       2     V2 K2    S25_1WO  XXXXXXX
       3     V2 R3    S25_1WO  2
       3     V2 R3    S251WO   2
       3     V2 U1    N9_5PY   2
       4     V2 S1    N9_5PY   1   ✗
       5     V2 S1    N9_5PY   4   ✗
       5     V2 S1    N9_5PY   9   ✗
       5     V2 R3    -        1
       6     V2 R3    N9_5PY   5
       Providers
       URN POSTCODE
       1   A115KE
       2   S251WO
       3   V29XX
       4   -
       5   A115KE
       5   N95PY`,
    ],
  },
  {
    code: '224',
    message: 'The placement provider is not that of the provider with this Ofsted number (URN).',
    hint: 'Check the URN and PLACE_PROVIDER against Ofsted’s list.',
    tables: ['Episodes'],
    reference: 'providers',
    fields: ['PLACE_PROVIDER'],
    check: eachPlacement(
      (episode, entries) =>
        !episode.has('PLACE_PROVIDER') ||
        !entries.some((entry) => entry.providerCodes.includes(episode.PLACE_PROVIDER)),
    ),
  },
  {
    code: '227',
    message: 'The provider with this Ofsted number (URN) had closed by the day the episode started.',
    hint: 'Check the URN and the day: the provider may have been registered anew under another number.',
    tables: ['Episodes'],
    reference: 'providers',
    fields: ['URN', 'DECOM'],
    check: eachPlacement(
      (episode, entries) => entries.length > 0 && entries.every((entry) => episode.DECOM >= entry.closedOn),
    ),
  },
  {
    code: '228',
    message: 'The provider with this Ofsted number (URN) closed before the episode ended.',
    hint: 'Check the URN and the day the episode ended; if the child has moved, end the episode.',
    tables: ['Episodes'],
    reference: 'providers',
    fields: ['URN', 'DEC'],
    // An open episode has lasted to the end of the year at least.
    check: eachPlacement((episode, entries, { lastDay }) => {
      const end = Number.isNaN(episode.DEC) ? lastDay : episode.DEC
      return entries.length > 0 && entries.every((entry) => end > entry.closedOn)
    }),
  },
  {
    code: '229',
    message:
      'The placement is said to be this authority’s own (PR1) or another authority’s (PR2), but the provider with this Ofsted number (URN) lies in the wrong area for that.',
    hint: 'Check the URN and PLACE_PROVIDER. The provider’s area is worked out from its postcode and may be wrong near a border.',
    tables: ['Episodes'],
    reference: 'providers',
    needsAuthority: true,
    fields: ['URN', 'PLACE_PROVIDER'],
    check: eachPlacement((episode, entries, { authority }) => {
      const liesInOwnArea = entries.some((entry) => entry.authority === authority)
      return episode.PLACE_PROVIDER === 'PR1' ? !liesInOwnArea : episode.PLACE_PROVIDER === 'PR2' && liesInOwnArea
    }),
    cases: [
      `authority E10000017
       Episodes
       CHILD PLACE_PROVIDER URN
       1     PR1            1   ✗
       1     PR2            -
       1     PR2            4
       2     PR1            XXXXXXX
       3     PR2            2   ✗
       3     PR1            2
       4     PR2            3
       5     PR1            4   ✗
       5     PR4            2
       Providers
       URN LA_CODE
       1   E09000001
       2   E10000017
       3   E09000001
       4   -`,
    ],
  },
  {
    code: '1008',
    message: 'The Ofsted number (URN) is not in Ofsted’s list.',
    hint: 'Check the number against Ofsted’s list.',
    tables: ['Episodes'],
    reference: 'providers',
    fields: ['URN'],
    check: eachPlacement((_, entries) => entries.length === 0),
    cases: [
      `Episodes
       CHILD URN
       1     SC999999
       1     -
       1     1234567
       2     XXXXXXX
       3     2345    ✗
       4     5b67891 ✗
       5     XXXXXX  ✗
       Providers
       URN
       1234567
       SC999999`,
    ],
  },
]

/** Every episode with a URN of which `fails` says so beside the entries of that URN in Ofsted's list. */
function eachPlacement(
  fails: (episode: Row<'Episodes'>, entries: readonly Provider[], data: IndexedReturn) => boolean,
): Check {
  return eachRow(
    'Episodes',
    (episode, data) => hasUrn(episode) && fails(episode, data.reference.providers?.get(episode.URN) ?? [], data),
  )
}

/** A placement of one of these types, known by its postcode, that is not where any entry of its URN is. */
function liesElsewhere(types: ReadonlySet<string>): Check {
  return eachPlacement((episode, entries) => {
    if (shortBreaks.has(episode.LS) || !types.has(episode.PLACE) || !episode.has('PL_POST')) return false
    const postcode = episode.PL_POST.replaceAll(' ', '')
    return !entries.some((entry) => entry.postcode === postcode)
  })
}
