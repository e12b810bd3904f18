import { allocations } from '../../officers/registers/allocations.ts'
import { recordsOf } from '../../world/world.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import type { Actor } from './actor.ts'
import type { Person } from './person.ts'

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
  const children = recordsOf(world, allocations)
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
