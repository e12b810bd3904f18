import { whoseWork } from '../../officers/domain/names.ts'
import type { World } from '../../children/domain/world.ts'
import type { Task } from '../../house/task.ts'
import { consultations } from '../../consulting/registers/consultations.ts'
import { type PlainDate, addDays, isAfter, longDate } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { eventsOf, reviewKindOf, standingOf } from '../domain/events.ts'
import { householdsOf, isApprovedOn } from '../domain/households.ts'
import { bookedAhead, dayOf, nextReview, officerOf, openOf, withoutOutcome } from '../domain/next.ts'
import { fosterEventKinds } from '../registers/fosterEvents.ts'
import type { FosterReviewFact } from '../registers/fosterReviews.ts'
import { fosteringPath } from './paths.ts'

/** So long before a review those whom it asks are to be asked. */
const ASK_DAYS_BEFORE = 28

const isNear = (day: PlainDate, today: PlainDate): boolean => !isAfter(day, addDays(today, ASK_DAYS_BEFORE))

/** For so many officers tasks are remembered. */
const OFFICERS_REMEMBERED = 8

/** So long before a review is due it is to be booked: those who are asked need their six weeks. */
const BOOK_DAYS_BEFORE = 56

/**
 * What is to be done of households: reviews to be booked, those whose day has passed, and decisions and letters to be
 * recorded. `ownOfficer`: of this officer's households and nobody's; null for all, with whose each is.
 */
export const fosteringTasks = (world: World, ownOfficer: string | null, code: string): readonly Task[] =>
  tasksIn(world)(ownOfficer, code)

/** Each page of work asks: worked out once for a world, for the last few officers. */
const tasksIn = rememberedFor((world: World) =>
  rememberedWhileSame(
    (ownOfficer: string | null, code: string) => tasksOf(world, ownOfficer, code),
    OFFICERS_REMEMBERED,
  ),
)

function tasksOf(world: World, ownOfficer: string | null, code: string): Task[] {
  const day = world.asAt
  const asked = new Set(recordsOf(world, consultations).map(({ reviewRef }) => reviewRef))
  return householdsOf(world).flatMap((household): Task[] => {
    const { carer, held } = household
    const officerId = officerOf(world, household)
    if (!isApprovedOn(carer, day) || (ownOfficer !== null && officerId !== null && officerId !== ownOfficer)) return []
    const whose = ownOfficer === null ? { whose: whoseWork(world, officerId) } : {}
    const about = (what: string, href: string, by: Task['by'], note = '', more: Partial<Task> = {}): Task => ({
      what: `${what}: household ${carer.carerRef}`,
      href,
      child: null,
      by,
      note,
      ...whose,
      ...more,
    })
    const pageOf = (review: FosterReviewFact) =>
      fosteringPath(code, carer.carerRef, 'reviews', (dayOf(review) ?? day).toString())
    const passed = withoutOutcome(household, day)
    const next = nextReview(openOf(world, household))
    const isToBook = next !== null && passed.length === 0 && bookedAhead(household, day) === null
    const last = held.at(-1)
    const standing = eventsOf(world, carer.carerRef).map((event) => ({ event, where: standingOf(event, household) }))
    const ahead = bookedAhead(household, day)
    const isBooked = ahead !== null
    return [
      ...standing.flatMap(({ event, where }) =>
        where === 'to_decide'
          ? [about('Decide whether to review the household sooner', fosteringPath(code, carer.carerRef, 'events'), null, `${fosterEventKinds[event.kind]}, ${longDate(event.on)}`)] // prettier-ignore
          : where === 'to_review' && !isBooked && passed.length === 0
            ? [about('Book the review after an allegation or a change', withQuery(fosteringPath(code, carer.carerRef, 'book'), { kind: reviewKindOf(event) }), null, `${fosterEventKinds[event.kind]}, ${longDate(event.on)}`)] // prettier-ignore
            : [],
      ),
      ...(isToBook
        ? [
            about(
              'Book the fostering review',
              fosteringPath(code, carer.carerRef, 'book'),
              next.due,
              next.clock.title,
              {
                startOn: addDays(next.due, -BOOK_DAYS_BEFORE),
              },
            ),
          ]
        : []),
      ...(ahead &&
      ahead.bookedFor &&
      (ahead.reviewRef === null || !asked.has(ahead.reviewRef)) &&
      isNear(ahead.bookedFor, day)
        ? [about('Ask for views before the fostering review', `${pageOf(ahead)}/consultation`, null, `Booked for ${longDate(ahead.bookedFor)}`)] // prettier-ignore
        : []),
      ...passed.map((review) => about('Record the outcome of the fostering review', pageOf(review), dayOf(review))),
      ...(last?.recommendation && last.decisionOn === null
        ? [
            about(
              'Record the decision after the fostering review',
              pageOf(last),
              null,
              `Held on ${longDate(last.heldOn)}`,
            ),
          ]
        : []),
      ...(last?.decisionOn && last.noticeOn === null
        ? [
            about(
              'Write the decision letter',
              `${pageOf(last)}/letter`,
              null,
              `Decided on ${longDate(last.decisionOn)}`,
            ),
          ]
        : []),
    ]
  })
}
