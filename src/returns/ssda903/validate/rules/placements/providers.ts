import { temporaryPlacements } from '../../codes.ts'
import { eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

/** Placements that have no provider: short ones, and those that DfE has listed as having none. */
const withoutProvider = new Set([...temporaryPlacements, 'Z1'])
const withoutProviderFrom2025 = new Set([...temporaryPlacements, 'Z11', 'Z12', 'Z13', 'Z14'])

/** Who provides a placement. */
export const placementProviderRules: readonly Rule[] = [
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
    hint: 'Check the placement type and the provider.',
    tables: ['Episodes'],
    fields: ['PLACE', 'PLACE_PROVIDER'],
    check: eachRow('Episodes', (episode) => episode.PLACE_PROVIDER === 'PR1' && /^(P1|R2|R5)$/.test(episode.PLACE)),
  },
]
