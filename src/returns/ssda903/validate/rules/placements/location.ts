import { shortBreaks } from '../../codes.ts'
import { eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

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
]
