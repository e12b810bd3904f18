import { type PlainDate, addDays, isAfter, isOnOrAfter, isWithin } from '../../kernel/dates.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import type { NamedOn } from '../../world/world.ts'
import { WITH_RECORD, completedOn } from './deadlines.ts'
import { recordKept } from './kept.ts'

/** For how long after a review the child is named: what is later still stands in the figures alone. Unit: calendar days. */
const NAMED_DAYS = 90

/** Everyone of whom the record of a review, or what goes with it, is not complete, in care or not: the last review of a child too. */
export const withRecordToComplete: NamedOn = (registers, day) => {
  const all = reviews.rowsIn(registers)
  const kept = recordKept(all)(day)
  const since = addDays(day, -NAMED_DAYS)
  return all.flatMap((review) => {
    const { child, kind, heldOn, decisionsOn, recordOn, distributedOn } = review
    if (!heldOn || !isWithin(heldOn, since, day) || !WITH_RECORD.includes(kind) || !completedOn(review, day)) return []
    const isOpen = (from: PlainDate | null, on: PlainDate | null) =>
      from !== null && isOnOrAfter(heldOn, from) && (on === null || isAfter(on, day))
    return isOpen(kept.decisions, decisionsOn) || isOpen(kept.record, recordOn) || isOpen(kept.distribution, distributedOn) ? [child] : [] // prettier-ignore
  })
}
