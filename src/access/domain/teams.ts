import type { ChildRecord } from '../../children/domain/record.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import type { Person } from './person.ts'

/** The name of the team that a child was with on a day; null where nobody here is entered as the child's social worker. */
export type TeamOn = (child: ChildRecord, day: PlainDate) => string | null

/** A child is with the team of the person who is the child's social worker on the day, by the return's `SW_ID`. */
export function teamOnBy(people: readonly Pick<Person, 'workerId' | 'team'>[]): TeamOn {
  const teamOf = new Map(people.flatMap(({ workerId, team }) => (workerId && team ? [[workerId, team]] : [])))
  return ({ socialWorkers }, day) => {
    const worker = socialWorkers.findLast(
      ({ from, to }) => isOnOrBefore(from, day) && (to === null || isAfter(to, day)),
    )
    return (worker && teamOf.get(worker.workerId)) ?? null
  }
}

/** The team of each child of the world who has one on its day. */
export function teamsOf(people: readonly Person[], world: World): ReadonlyMap<string, string> {
  const teamOn = teamOnBy(people)
  return new Map(
    world.histories.flatMap(({ record }) => {
      const team = teamOn(record, world.asAt)
      return team === null ? [] : [[record.child, team]]
    }),
  )
}
