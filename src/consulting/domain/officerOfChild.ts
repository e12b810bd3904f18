import { isOpen } from '../../children/domain/allocations.ts'
import type { World } from '../../children/domain/world.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { type OfficerFact, officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'

/** Whose child it is on the day of the world; null where nobody’s. */
export function officerOfChild(world: World, child: string): OfficerFact | null {
  const allocation = recordsOf(world, allocations).find((one) => one.child === child && isOpen(one, world.asAt))
  return recordsOf(world, officers).find(({ officerId }) => officerId === allocation?.officerId) ?? null
}
