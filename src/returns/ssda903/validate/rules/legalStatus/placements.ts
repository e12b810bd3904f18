import { shortBreaks, temporaryPlacements } from '../../codes.ts'
import { eachChild, eachRow } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

const withPlacementOrder = new Set(['A5', 'A6'])
const longTermFostering = new Set(['U1', 'U4'])

/** Legal statuses that do not go with a placement, or with each other. */
export const legalStatusAndPlacementRules: readonly Rule[] = [
  {
    code: '378',
    message: 'The child is placed with parents (P1) but accommodated under section 20 (V2).',
    hint: 'Check the placement type and the legal status: a child at home is not accommodated.',
    tables: ['Episodes'],
    fields: ['PLACE', 'LS'],
    check: eachRow('Episodes', (episode) => episode.PLACE === 'P1' && episode.LS === 'V2'),
  },
  {
    code: '382',
    message: 'The child is on a short break (V3 or V4), which can’t be a temporary placement.',
    hint: 'Check the legal status, and enter the type of the placement that the break is spent in.',
    tables: ['Episodes'],
    fields: ['LS', 'PLACE'],
    check: eachRow('Episodes', (episode) => shortBreaks.has(episode.LS) && temporaryPlacements.has(episode.PLACE)),
  },
  {
    code: '384',
    message: 'The child is on a short break (V3 or V4), which can’t be a long-term foster placement.',
    hint: 'Check the legal status and the placement type.',
    tables: ['Episodes'],
    fields: ['PLACE', 'LS'],
    check: eachRow('Episodes', (episode) => shortBreaks.has(episode.LS) && longTermFostering.has(episode.PLACE)),
  },
  {
    code: '408',
    message: 'The child is placed for adoption with a placement order (A5 or A6), but the legal status is not E1.',
    hint: 'Enter E1 from the day of the placement order. If there was none, the placement type is A3 or A4.',
    tables: ['Episodes'],
    fields: ['PLACE', 'LS'],
    check: eachRow('Episodes', (episode) => withPlacementOrder.has(episode.PLACE) && episode.LS !== 'E1'),
  },
  {
    code: '426',
    message: 'The child has short breaks recorded both one by one (V3) and as a series (V4) in the same year.',
    hint: 'Record all of the child’s short breaks in the one way or the other.',
    tables: ['Episodes'],
    fields: ['LS'],
    check: eachChild((child, fail) => {
      const breaks = child.Episodes.filter((episode) => shortBreaks.has(episode.LS))
      if (new Set(breaks.map((episode) => episode.LS)).size > 1) breaks.forEach(fail)
    }),
    cases: [
      `Episodes
       CHILD LS
       1     V3
       1     V3
       2     V4 ✗
       2     V3 ✗
       2     C2
       2     V3 ✗
       3     V4
       3     V2`,
    ],
  },
]
