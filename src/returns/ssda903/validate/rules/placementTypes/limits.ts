import { yearsAfter } from '../../../../../kernel/dayNumbers.ts'
import { eachRow } from '../../engine/checks.ts'
import type { Check, Rule } from '../../engine/rule.ts'

/** An episode, ended, of this placement type, that began before the child was `years` old. */
function placedBefore(years: number, placement: string): Check {
  return eachRow(
    'Episodes',
    (episode) =>
      episode.PLACE === placement &&
      !Number.isNaN(episode.DEC) &&
      episode.child.Header.some((header) => episode.DECOM < yearsAfter(header.DOB, years)),
  )
}

/** Placement types that are limited by the child's age or in time. */
export const placementLimitRules: readonly Rule[] = [
  {
    code: '372',
    message: 'The child is in youth custody or prison (R5) but was under 10 when the episode began.',
    hint: 'Check the date of birth and the placement type.',
    tables: ['Episodes', 'Header'],
    fields: ['DECOM', 'PLACE'],
    check: placedBefore(10, 'R5'),
  },
]
