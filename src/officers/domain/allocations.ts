import { isOpen } from '../../children/domain/allocations.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, isAfter } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { type AllocationFact, allocations } from '../registers/allocations.ts'

/** Whether an allocation has a day at all: one that ended on the day it was to begin, as of a handover undone, has none. */
export const hasDays = ({ from, to }: Pick<AllocationFact, 'from' | 'to'>): boolean => to === null || isAfter(to, from)

const byChild = rememberedFor((allocations: readonly AllocationFact[]) =>
  Map.groupBy(allocations.filter(hasDays), ({ child }) => child),
)

const none: readonly AllocationFact[] = []

/** Every allocation of a child that has a day, past ones included. */
export const allocationsOf = (world: World, child: string): readonly AllocationFact[] =>
  byChild(recordsOf(world, allocations)).get(child) ?? none

/** The officer that the child is allocated to on a day, or null. */
export const officerIdOf = (world: World, child: string, day: PlainDate): string | null =>
  allocationsOf(world, child).find((allocation) => isOpen(allocation, day))?.officerId ?? null

/** The children with an open allocation on a day, each once. */
export const allocatedChildren = (world: World, day: PlainDate): Set<string> =>
  new Set(
    recordsOf(world, allocations)
      .filter((allocation) => isOpen(allocation, day))
      .map(({ child }) => child),
  )

/** Whether a register of allocations is kept. */
export const areAllocationsKept = (world: World): boolean => recordsOf(world, allocations).length > 0

/** The child's allocations; null where no register of them is kept. */
export const allocationsKept = (world: World, child: string): readonly AllocationFact[] | null =>
  areAllocationsKept(world) ? allocationsOf(world, child) : null
