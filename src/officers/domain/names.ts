import type { World } from '../../children/domain/world.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { officers, type OfficerFact } from '../registers/officers.ts'
import { hasLeft } from './service.ts'

const byId = rememberedFor((all: readonly OfficerFact[]) => new Map(all.map((officer) => [officer.officerId, officer])))

/** The name of an officer; the id where the register does not know it; nothing for nobody. */
export const officerName = (officers: readonly OfficerFact[], officerId: string | null): string =>
  officerId === null ? '' : (byId(officers).get(officerId)?.name ?? `IRO ${officerId}`)

/**
 * Whose work something is on the day of the world, for those who look after everyone's. Work of an officer who has left
 * waits for whoever takes over: it is nobody's yet, and says so.
 */
export function whoseWork(world: World, officerId: string | null): string {
  if (officerId === null) return 'Nobody yet'
  const all = recordsOf(world, officers)
  const name = officerName(all, officerId)
  const officer = byId(all).get(officerId)
  return officer && hasLeft(officer, world.asAt) ? `Nobody yet: ${name} has left` : name
}
