import { isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import type { NamedOn } from '../../world/world.ts'
import { challenges } from '../registers/challenges.ts'

/** Everyone about whom a challenge is open on a day, in care or not. */
export const challengedForOn: NamedOn = (registers, day) =>
  challenges.rowsIn(registers).flatMap(({ child, raisedOn, resolvedOn, withdrawnOn, route }) => {
    const over = resolvedOn ?? withdrawnOn
    const isOpen = route !== 'GOOD_PRACTICE' && isOnOrBefore(raisedOn, day) && (over === null || isAfter(over, day))
    return child !== null && isOpen ? [child] : []
  })
