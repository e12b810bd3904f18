import { birthday } from '../../calendar/age.ts'
import { type PlainDate, dateOf, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import type { NamedOn } from '../../world/world.ts'
import { recordsOf } from '../../world/world.ts'
import { people, type WatchedPersonFact } from '../registers/people.ts'
import { type World, historyOf } from './world.ts'

const byChild = rememberedFor((world: World) => Map.groupBy(recordsOf(world, people), ({ child }) => child))

/** What the register of people has of this child, who need not be in any return. */
export const watchedRowsOf = (world: World, child: string): readonly WatchedPersonFact[] =>
  byChild(world).get(child) ?? []

/** Whether anything is known of the child, in the return or in the register of people alone, as of a care leaver. */
export const isKnown = (world: World, child: string): boolean =>
  historyOf(world, child) !== null || watchedRowsOf(world, child).length > 0

/** Everyone whom the service watches over on a day. */
export const watchedOn: NamedOn = (registers, day) =>
  people
    .rowsIn(registers)
    .filter((person) => isUnderWatch(person, day))
    .map(({ child }) => child)

/**
 * A birthday of someone who is watched over: by the date of birth; of a care leaver without one, by the first day, which is
 * the 18th birthday. Of anyone else without one it is not known: a day that never comes.
 */
export function birthdayOf({ kind, from, bornOn }: WatchedPersonFact, age: number): PlainDate {
  if (bornOn) return birthday(bornOn, age)
  return kind === 'CARE_LEAVER' ? birthday(from, age - 18) : NEVER
}

const NEVER = dateOf(9999, 12, 31)

/** Whether the service watches over someone on a day: from its first day up to, not including, its end. */
export const isUnderWatch = ({ from, to }: Pick<WatchedPersonFact, 'from' | 'to'>, day: PlainDate): boolean =>
  isOnOrBefore(from, day) && (to === null || isAfter(to, day))
