import {
  adoptionPlacements,
  fosterPlacements,
  otherPlacements,
  placementProviders,
  temporaryPlacements,
} from '../../codes.ts'
import { eachRow } from '../../engine/checks.ts'
import type { Check, Rule } from '../../engine/rule.ts'

/** Placements that have no provider: short ones, and those that DfE has listed as having none. */
const withoutProvider = new Set([...temporaryPlacements, 'Z1'])
const withoutProviderFrom2025 = new Set([...temporaryPlacements, ...otherPlacements])

/** Who provides a placement. */
export const placementProviderRules: readonly Rule[] = [
  {
    code: '178',
    message: 'The placement provider is not a known code, or this type of placement has none.',
    hint: 'Enter PR0 to PR5. Leave PLACE_PROVIDER blank for a temporary placement and for placement type Z1.',
    tables: ['Episodes'],
    fields: ['PLACE_PROVIDER'],
    check: unknownOrNeedless(withoutProvider),
    since: {
      '2025-26': {
        hint: 'Enter PR0 to PR5. Leave PLACE_PROVIDER blank for placement types T0 to T3 and Z11 to Z14.',
        // DfE's list for this rule leaves T4 out; rule 213 has it.
        check: unknownOrNeedless(new Set(['T0', 'T1', 'T2', 'T3', ...otherPlacements])),
      },
    },
    cases: [
      `Episodes
       PLACE_PROVIDER PLACE
       PR0            U1
       PR1            T0    ✗
       _              U2    ✗
       -              Z1
       _              T1    ✗
       -              -
       PR6            U1    ✗
       pr4            U1    ✗
       PR5            t1
       PR5            -`,
    ],
  },
  {
    code: '213',
    message: 'A placement provider is given, but this type of placement has none.',
    hint: 'Leave PLACE_PROVIDER blank for a temporary placement.',
    tables: ['Episodes'],
    fields: ['PLACE_PROVIDER'],
    check: eachRow('Episodes', (episode) => temporaryPlacements.has(episode.PLACE) && episode.has('PLACE_PROVIDER')),
    since: {
      '2025-26': {
        hint: 'Leave PLACE_PROVIDER blank for a temporary placement and for placement types Z11 to Z14.',
        check: eachRow(
          'Episodes',
          (episode) => withoutProviderFrom2025.has(episode.PLACE) && episode.has('PLACE_PROVIDER'),
        ),
      },
    },
  },
  {
    code: '526',
    message: 'The placement provider is blank.',
    hint: 'Enter PR0 to PR5.',
    tables: ['Episodes'],
    fields: ['PLACE', 'PLACE_PROVIDER'],
    check: eachRow('Episodes', (episode) => !withoutProvider.has(episode.PLACE) && !episode.has('PLACE_PROVIDER')),
    since: {
      '2025-26': {
        check: eachRow(
          'Episodes',
          (episode) => !withoutProviderFrom2025.has(episode.PLACE) && !episode.has('PLACE_PROVIDER'),
        ),
      },
    },
  },
  {
    code: '527',
    message: 'The provider is PR1 (this authority’s own), which can’t provide placement type P1, R2 or R5.',
    ...cannotProvide('PR1', ['P1', 'R2', 'R5']),
  },
  {
    code: '528',
    message: 'The provider is PR2 (another authority), which can’t provide placement type P1, R2 or R5.',
    ...cannotProvide('PR2', ['P1', 'R2', 'R5']),
  },
  {
    code: '529',
    message:
      'The provider is PR3 (another public body), which can’t provide placement type P1, A3 to A6, K1, K2 or U1 to U6.',
    ...cannotProvide('PR3', ['P1', 'K1', 'K2', ...adoptionPlacements, ...fosterPlacements]),
  },
  {
    code: '530',
    message: 'The provider is PR4 (a private one), which can’t provide placement type P1.',
    ...cannotProvide('PR4', ['P1']),
  },
  {
    code: '531',
    message: 'The provider is PR5 (a voluntary one), which can’t provide placement type P1.',
    ...cannotProvide('PR5', ['P1']),
    cases: [
      `Episodes
       PLACE PLACE_PROVIDER
       P1    PR5 ✗
       A3    PR5
       P1    PR4
       P1    -`,
    ],
  },
  {
    code: '550',
    message: 'The provider is PR0 (a parent), but the placement type is not P1 (with parents).',
    hint: 'Check the placement type and the provider.',
    tables: ['Episodes'],
    fields: ['PLACE', 'PLACE_PROVIDER'],
    check: eachRow('Episodes', (episode) => episode.PLACE_PROVIDER === 'PR0' && episode.PLACE !== 'P1'),
  },
]

/** All of a rule that keeps a provider from some types of placement, but its code and message. */
function cannotProvide(provider: string, types: readonly string[]): Omit<Rule, 'code' | 'message'> {
  return {
    hint: 'Check the placement type and the provider.',
    tables: ['Episodes'],
    fields: ['PLACE', 'PLACE_PROVIDER'],
    check: eachRow('Episodes', (episode) => episode.PLACE_PROVIDER === provider && types.includes(episode.PLACE)),
  }
}

function unknownOrNeedless(typesWithout: ReadonlySet<string>): Check {
  return eachRow(
    'Episodes',
    (episode) =>
      episode.has('PLACE_PROVIDER') &&
      (!placementProviders.has(episode.asWritten('PLACE_PROVIDER')) || typesWithout.has(episode.asWritten('PLACE'))),
  )
}
