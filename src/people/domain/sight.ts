import type { CareHistory } from '../../children/domain/history.ts'
import { registersSeen } from '../../children/domain/registers.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { RememberedFew, rememberedFor } from '../../kernel/remember.ts'
import type { Visibility } from '../../kernel/visibility.ts'
import type { Actor } from './actor.ts'
import type { Person } from './person.ts'

/** Which children someone may see. */
export interface Sight {
  /** Only these; null for everyone in the authority. */
  only: ReadonlySet<string> | null
  /** Never these, which are sealed. */
  sealed: ReadonlySet<string>
}

/** Whether the child may be seen. */
export const maySee = ({ only, sealed }: Sight, child: string): boolean =>
  (only === null || only.has(child)) && !sealed.has(child)

/** The same as data, for engines and rooms that know nothing of roles and seals. */
export const visibilityIn = ({ only, sealed }: Sight): Visibility => ({ only: only && [...only], hidden: [...sealed] })

/** Those whose children someone sees: by their ids as officers and as social workers. */
export interface Workers {
  officers: ReadonlySet<string>
  socialWorkers: ReadonlySet<string>
}

/** The person alone, or all active members of the person's team. */
export function workersOf(actor: Actor, scope: 'own' | 'team', people: readonly Person[]): Workers {
  const team = people.filter((person) => person.isActive && actor.team !== null && person.team === actor.team)
  const members = scope === 'own' ? [actor] : [actor, ...team]
  return {
    officers: new Set(members.flatMap(({ officerId }) => officerId ?? [])),
    socialWorkers: new Set(members.flatMap(({ workerId }) => workerId ?? [])),
  }
}

/**
 * The children of these workers on the day of the world, which must be today for who may see whom: a worker's own child
 * has an open allocation to them as officer, or an open row of theirs as social worker in the return.
 */
export function caseloadOf(
  workers: Workers,
  world: Pick<World, 'asAt' | 'histories' | 'registers'>,
): ReadonlySet<string> {
  const children = world.registers.allocations
    .filter(({ officerId, ...allocation }) => workers.officers.has(officerId) && isOpenOn(world.asAt, allocation))
    .map(({ child }) => child)
  for (const { record } of world.histories) {
    const isTheirs = record.socialWorkers.some(
      ({ workerId, ...row }) => workers.socialWorkers.has(workerId) && isOpenOn(world.asAt, row),
    )
    if (isTheirs) children.push(record.child)
  }
  return new Set(children)
}

/** From its first day up to, not including, its end. */
const isOpenOn = (day: PlainDate, { from, to }: { from: PlainDate; to: PlainDate | null }): boolean =>
  isOnOrBefore(from, day) && (to === null || isAfter(to, day))

const MOST_SIGHTS_REMEMBERED = 100

/** How worlds look to those who see the same of them: they share these, with all that is derived from them. */
const remembered = new RememberedFew<(world: World) => World>(MOST_SIGHTS_REMEMBERED)

/** Gives worlds without what is said of those who may not be seen, in the returns and in the registers. */
function seenWith(sight: Sight): (world: World) => World {
  const historiesOf = rememberedFor((histories: readonly CareHistory[]): readonly CareHistory[] =>
    histories.filter(({ record }) => maySee(sight, record.child)),
  )
  const registersOf = registersSeen((child) => maySee(sight, child))
  return rememberedFor((world) => ({
    ...world,
    histories: historiesOf(world.histories),
    registers: registersOf(world.registers),
  }))
}

/**
 * The world without what this sight does not reach: who is not to be seen is in no list, count, search, figure or file
 * made of it, as though they had never been in the records.
 */
export function seenBy(world: World, sight: Sight): World {
  if (sight.only === null && sight.sealed.size === 0) return world
  const key = JSON.stringify([sight.only && [...sight.only].sort(), [...sight.sealed].sort()])
  const seen = remembered.get(key) ?? seenWith(sight)
  remembered.set(key, seen)
  return seen(world)
}
