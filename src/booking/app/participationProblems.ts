import { participationCodes } from '../../children/domain/codes.ts'
import { isAgainstAge } from '../../children/domain/participation.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { BookingProblem } from '../domain/problems.ts'

/** What is wrong with how a child took part in a review that was held on a day. */
export function participationProblems(
  participation: string | null,
  heldOn: PlainDate | null,
  world: World,
  child: string,
): BookingProblem[] {
  if (participation === null) return []
  if (!/^PN\d$/.test(participation) || !Object.hasOwn(participationCodes, participation)) {
    return [{ code: 'participation_unknown' }]
  }
  const bornOn = historyOf(world, child)?.record.bornOn
  const isAgainst = heldOn !== null && bornOn != null && isAgainstAge(participation, bornOn, heldOn)
  return isAgainst ? [{ code: 'participation_against_age' }] : []
}
