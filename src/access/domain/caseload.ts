import { type AllocationFact, allocations } from '../../officers/registers/allocations.ts'
import { recordsOf } from '../../world/world.ts'
import { type AdviserFact, advisers } from '../../children/registers/advisers.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
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
 * has an open allocation to them as officer, an open row of theirs as social worker in the return, or as personal adviser.
 */
export function caseloadOf(
  workers: Workers,
  world: Pick<World, 'asAt' | 'histories' | 'registers'>,
): ReadonlySet<string> {
  const ofOfficers = childrenByOfficer(recordsOf(world, allocations))(world.asAt)
  const ofSocialWorkers = childrenBySocialWorker(world.histories)(world.asAt)
  const ofAdvisers = childrenByAdviser(recordsOf(world, advisers))(world.asAt)
  return new Set([
    ...[...workers.officers].flatMap((id) => ofOfficers.get(id) ?? []),
    ...[...workers.socialWorkers].flatMap((id) => [...(ofSocialWorkers.get(id) ?? []), ...(ofAdvisers.get(id) ?? [])]),
  ])
}

// Each request asks whose children are whose, so both are worked out once for the rows and the day.
const childrenByOfficer = rememberedFor((rows: readonly AllocationFact[]) =>
  rememberedWhileSame((day: PlainDate) => {
    const open = Map.groupBy(
      rows.filter((row) => isOpenOn(day, row)),
      ({ officerId }) => officerId,
    )
    return new Map([...open].map(([id, of]) => [id, of.map(({ child }) => child)]))
  }),
)

const childrenByAdviser = rememberedFor((rows: readonly AdviserFact[]) =>
  rememberedWhileSame((day: PlainDate) => {
    const open = Map.groupBy(
      rows.filter((row) => isOpenOn(day, row)),
      ({ workerId }) => workerId,
    )
    return new Map([...open].map(([id, of]) => [id, of.map(({ child }) => child)]))
  }),
)

const childrenBySocialWorker = rememberedFor((histories: World['histories']) =>
  rememberedWhileSame((day: PlainDate) => {
    const open = Map.groupBy(
      histories
        .flatMap(({ record }) => record.socialWorkers.map((row) => ({ ...row, child: record.child })))
        .filter((row) => isOpenOn(day, row)),
      ({ workerId }) => workerId,
    )
    return new Map([...open].map(([id, of]) => [id, of.map(({ child }) => child)]))
  }),
)

/** From its first day up to, not including, its end. */
const isOpenOn = (day: PlainDate, { from, to }: { from: PlainDate; to: PlainDate | null }): boolean =>
  isOnOrBefore(from, day) && (to === null || isAfter(to, day))
