import { type PlainDate, isAfter, isBefore, isOnOrBefore } from '../../kernel/dates.ts'

/** From when until when an officer was a child's. */
export interface Allocated {
  from: PlainDate
  /** No longer on this day; null for until now. */
  to: PlainDate | null
}

/** An allocation is open from its first day up to, not including, its `to`. */
export const isOpen = ({ from, to }: Allocated, day: PlainDate): boolean =>
  isOnOrBefore(from, day) && (to === null || isBefore(day, to))

/**
 * The day on which a child first had an officer, by these allocations of the child, in a period of care that began on
 * `startedOn`: that day itself where an allocation was open already. Null if nobody was allocated by `asAt`.
 */
export function firstAllocatedOn(
  allocations: readonly Allocated[],
  startedOn: PlainDate,
  asAt: PlainDate,
): PlainDate | null {
  if (allocations.some((allocation) => isOpen(allocation, startedOn))) return startedOn
  let first: PlainDate | null = null
  for (const { from } of allocations) {
    if (isBefore(from, startedOn) || isAfter(from, asAt)) continue
    if (first === null || isBefore(from, first)) first = from
  }
  return first
}
