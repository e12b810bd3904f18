import type { World } from '../../children/domain/world.ts'
import { type PlainDate, daysBetween, isBefore, isOnOrAfter, isSameDay } from '../../kernel/dates.ts'
import { planOf } from '../../booking/domain/plan.ts'
import type { HearingFact } from '../registers/hearings.ts'
import { casesOf } from './cases.ts'

/** A review within so many days of a hearing is endangered by it: the hearing may change the plan, or take the day. */
const CLOSE_DAYS = 7

/** A hearing to come beside the child's next review. */
export interface HearingBeside {
  hearing: HearingFact
  /** The review's day: booked, or else the day by which it is due. Null where none is known. */
  review: { on: PlainDate; isBooked: boolean } | null
  /** Whether the review may not be held as planned: on the day of the hearing, or close to it. */
  endangers: 'same_day' | 'close' | null
}

/** The hearings of a child to come, each beside the review that is nearest to it. */
export function hearingsBeside(world: World, child: string): HearingBeside[] {
  const reviews = planOf(world)
    .filter((entry) => entry.child === child)
    .flatMap(({ meeting, due }) =>
      meeting ? [{ on: meeting.on, isBooked: true }] : due ? [{ on: due, isBooked: false }] : [],
    )
  return casesOf(world, child)
    .flatMap(({ hearings }) => hearings)
    .filter(({ on }) => isOnOrAfter(on, world.asAt))
    .map((hearing) => {
      const [nearest] = reviews.toSorted((a, b) => distance(a.on, hearing.on) - distance(b.on, hearing.on))
      return { hearing, review: nearest ?? null, endangers: nearest ? dangerOf(nearest.on, hearing.on) : null }
    })
    .sort((a, b) => (isBefore(a.hearing.on, b.hearing.on) ? -1 : 1))
}

const distance = (a: PlainDate, b: PlainDate): number => Math.abs(daysBetween(a, b))

const dangerOf = (review: PlainDate, hearing: PlainDate): HearingBeside['endangers'] =>
  isSameDay(review, hearing) ? 'same_day' : distance(review, hearing) <= CLOSE_DAYS ? 'close' : null
