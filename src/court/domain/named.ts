import { isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import type { NamedOn } from '../../world/world.ts'
import { proceedings } from '../registers/proceedings.ts'

/** Everyone about whom proceedings are on foot on a day. */
export const inProceedingsOn: NamedOn = (registers, day) =>
  proceedings
    .rowsIn(registers)
    .filter(
      ({ issuedOn, concludedOn }) => isOnOrBefore(issuedOn, day) && (concludedOn === null || isAfter(concludedOn, day)),
    )
    .map(({ child }) => child)
