import { eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'
import type { Row } from '../../engine/rows.ts'

/** Written where a placement in another country of the United Kingdom has no Ofsted number. */
const NO_URN = 'XXXXXXX'

/** Ofsted's unique reference number of a placement, and Ofsted's list of providers. */
export const placementUrnRules: readonly Rule[] = [
  {
    code: '219',
    message: 'The Ofsted number (URN) belongs to a provider that does not provide this type of placement.',
    hint: 'Check the URN and the placement type against Ofsted’s list.',
    tables: ['Episodes'],
    reference: 'providers',
    fields: ['URN', 'PLACE'],
    check: eachRow('Episodes', (episode, { reference }) => {
      if (!hasUrn(episode)) return false
      const entries = reference.providers?.get(episode.URN) ?? []
      return !entries.some((provider) => provider.placeTypes.includes(episode.PLACE))
    }),
  },
]

const hasUrn = (episode: Row<'Episodes'>): boolean => episode.has('URN') && episode.URN !== NO_URN
