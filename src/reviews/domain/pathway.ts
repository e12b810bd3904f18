import { started } from '../../clocks/started.ts'
import { type WatchedPersonFact, people } from '../../children/registers/people.ts'
import { recordsOf } from '../../world/world.ts'
import { reviews } from '../registers/reviews.ts'
import { birthdayOf, isUnderWatch, watchedRowsOf } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import type { ClockEvent, ClockRun } from '../../clocks/clock.ts'
import { type PlainDate, addMonths, isAfter, isBefore, isOnOrAfter } from '../../kernel/dates.ts'
import { reviewClocks } from './clocks.ts'
import { isKeptWhenDue, keptSince } from './kept.ts'
import { cameBackSince, reviewsOfLeaver } from './leavers.ts'

/**
 * CLK-REV-20, of a care leaver whom the service watches over: six months after the last review, of the pathway plan or,
 * before that, of the child's case. None for anyone else, nor from the 25th birthday on.
 */
export function pathwayRunsOf(world: World, child: string): readonly ClockRun[] {
  const leaver = watchedRowsOf(world, child).findLast((person) => isLeaver(person, world.asAt))
  if (!leaver) return []
  const startedBy = startOf(world, leaver)
  return [started(reviewClocks.pathway, child, startedBy, { isSatisfactionRecorded: isToldOf(world, startedBy.on) })]
}

/** What the six months are counted from: the last review; for someone who came back for support, not before that day. */
function startOf(world: World, leaver: WatchedPersonFact): ClockEvent {
  const { child, from } = leaver
  const last = reviewsOfLeaver(world, child, world.asAt).at(-1) ?? null
  if (last === null) {
    return {
      what: 'the day from which the service watches over the care leaver, as no earlier review is known,',
      on: from,
    }
  }
  if (cameBackSince(world, child, last, world.asAt))
    return { what: 'the day on which the care leaver came back for support', on: from }
  return {
    what: isOnOrAfter(last, from) ? 'the last pathway plan review, held' : 'the last review in care, held',
    on: last,
  }
}

/**
 * Whether the register would tell of a review by the day on which it is due: reviews of any kind were kept by then, or have
 * been for so long since that another would have been due.
 */
function isToldOf({ registers, asAt }: World, startedOn: PlainDate): boolean {
  const since = keptSince(reviews.rowsIn(registers)).any
  const { amount } = reviewClocks.pathway.limit
  return since !== null && (isKeptWhenDue(since, startedOn, amount) || isAfter(asAt, addMonths(since, amount)))
}

const isLeaver = (person: WatchedPersonFact, day: PlainDate): boolean =>
  person.kind === 'CARE_LEAVER' && isUnderWatch(person, day) && isBefore(day, birthdayOf(person, 25))

/** The care leavers whom the service watches over on the day of the world, each once. */
export const leaversOf = (world: World): string[] => [
  ...new Set(
    recordsOf(world, people)
      .filter((person) => isLeaver(person, world.asAt))
      .map(({ child }) => child),
  ),
]
