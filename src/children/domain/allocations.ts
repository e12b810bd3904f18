import { type PlainDate, isAfter, isBefore, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import type { AllocationFact } from './registers.ts'
import type { World } from './world.ts'

/** An allocation is open from its first day up to, not including, its `to`. */
export const isOpen = (allocation: AllocationFact, day: PlainDate): boolean =>
  isOnOrBefore(allocation.from, day) && (allocation.to === null || isBefore(day, allocation.to))

const byChild = rememberedFor((allocations: readonly AllocationFact[]) =>
  Map.groupBy(allocations, ({ child }) => child),
)

/** Every allocation of a child, past ones included. */
export const allocationsOf = (world: World, child: string): readonly AllocationFact[] =>
  byChild(world.registers.allocations).get(child) ?? []

/** The officer that the child is allocated to on a day, or null. */
export const officerIdOf = (world: World, child: string, day: PlainDate): string | null =>
  allocationsOf(world, child).find((allocation) => isOpen(allocation, day))?.officerId ?? null

/** The children with an open allocation on a day, each once. */
export const allocatedChildren = (world: World, day: PlainDate): Set<string> =>
  new Set(world.registers.allocations.filter((allocation) => isOpen(allocation, day)).map(({ child }) => child))

/**
 * The day on which a child first had an officer, by these allocations of the child, in a period of care that began on
 * `startedOn`: that day itself where an allocation was open already. Null if nobody was allocated by `asAt`.
 */
export function firstAllocatedOn(
  allocations: readonly AllocationFact[],
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
