import { dayNumberOf } from '../../../../../kernel/dayNumbers.ts'
import { placementTypes, placementTypesOf2024, placementTypesUntil2023 } from '../../codes.ts'
import { eachRow, notOneOf } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

const WITH_FOSTER_CARERS_ASKED_FROM = dayNumberOf(2015, 4, 1)
const LAST_DAY_OF_P2 = dayNumberOf(2023, 10, 28)

const placedWithCurrentFosterCarers = new Set(['A3', 'A5'])
/** Reasons that say a placement's kind has changed, or that care starts. */
const reasonsToPlaceForAdoption = new Set(['S', 'T', 'U'])

/** Which placement type may stand there. */
export const placementTypeCodeRules: readonly Rule[] = [
  {
    code: '146',
    message: 'The placement type is not a known code.',
    hint: 'Enter one of DfE’s placement types.',
    tables: ['Episodes'],
    fields: ['PLACE'],
    check: notOneOf('Episodes', 'PLACE', placementTypesUntil2023),
    since: {
      '2024-25': { check: notOneOf('Episodes', 'PLACE', placementTypesOf2024) },
      '2025-26': {
        hint: 'Enter one of DfE’s placement types. H5, P2 and Z1 have ended: K3, and Z11 to Z14, came instead.',
        check: notOneOf('Episodes', 'PLACE', placementTypes),
      },
    },
    cases: [
      `Episodes
       PLACE
       A2    ✗
       R4    ✗
       Z     ✗
       P1
       _     ✗
       -
       K1`,
    ],
  },
  {
    code: '217',
    message: 'The child is placed for adoption with their current foster carers (A3 or A5), but RNE is not S, T or U.',
    hint: 'Check the placement type and why the episode started: the carers stay, only the kind of placement changes.',
    tables: ['Episodes'],
    fields: ['PLACE', 'DECOM', 'RNE'],
    check: eachRow(
      'Episodes',
      (episode) =>
        placedWithCurrentFosterCarers.has(episode.PLACE) &&
        episode.DECOM >= WITH_FOSTER_CARERS_ASKED_FROM &&
        !reasonsToPlaceForAdoption.has(episode.RNE),
    ),
  },
  {
    code: '217t',
    message: 'The placement type is P2 (independent living), which ended on 28 October 2023.',
    hint: 'End the episode on 28 October 2023 and start one with the placement type that holds since.',
    tables: ['Episodes'],
    fields: ['PLACE', 'DECOM'],
    from: '2023-24',
    until: '2023-24',
    // An episode without an end lasts.
    check: eachRow('Episodes', (episode) => episode.PLACE === 'P2' && !(episode.DEC <= LAST_DAY_OF_P2)),
  },
]
