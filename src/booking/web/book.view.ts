import { bookingSetting } from '../../reviews/settings.ts'
import type { RegisterReviewKind } from '../../reviews/registers/reviews.ts'
import type { ReviewChoiceFact } from '../../participation/registers/choices.ts'
import type { World } from '../../children/domain/world.ts'
import { explain } from '../../clocks/explain.ts'
import { type PlainDate, isBefore, longDate, longDateWithWeekday } from '../../kernel/dates.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { officersOf } from '../domain/awaited.ts'
import { bookings } from '../domain/bookings.ts'
import { choicesOf, statementsOf } from '../../participation/domain/choices.ts'
import type { TakenTime } from '../domain/diary.ts'
import { type PlannedReview, planOfChild } from '../domain/plan.ts'
import { siblingsToBook } from '../domain/siblings.ts'
import { type BookingFault, type BookingForm, OWN_TIME, type TypedBooking, bookingForm } from './forms.ts'
import { daysWords } from './lists.rows.ts'
import { formatWords, howWords, kindWords, reviewsPath, whenWords } from './words.ts'
import { suggestedTimes } from './book.times.ts'

/** What the form starts from: what the child chose, the officer that the child has, the usual length. */
export function firstForm(world: World, child: string, officerId: string | null): TypedBooking {
  const choice = choicesOf(world, child)
  return formOfBooking(world, null).first({
    slot: OWN_TIME,
    officerId: officerId ?? officersOf(world).get(child) ?? null,
    minutes: bookingSetting.of(world.settings).meetingMinutes,
    format: choice?.format ?? null,
  })
}

/** The form in which a review is booked. `minutes`: how long it takes, as typed, for what is said of brothers and sisters. */
export const formOfBooking = (world: World, entry: PlannedReview | null, minutes = ''): BookingForm =>
  bookingForm(world, {
    lateReason: null,
    isLate: entry?.due != null && isBefore(entry.due, world.asAt),
    siblings: (entry ? siblingsToBook(world, entry) : []).map(({ child, due }) => ({
      value: child,
      text: `Child ${child}`,
      hint: {
        text: `Due by ${due ? longDate(due) : ''}. The meeting follows at once, for ${minutes || bookingSetting.of(world.settings).meetingMinutes} minutes.`,
      },
    })),
  })

/** The review to be booked for a child: the one asked for, or the first that is not booked; null where nothing asks for one. */
export function toBook(world: World, child: string, kind: RegisterReviewKind | null): PlannedReview | null {
  const plan = planOfChild(world, child, officersOf(world).get(child) ?? null).filter(
    ({ deadline }) => deadline !== null,
  )
  return plan.find((entry) => entry.kind === kind) ?? plan.find(({ meeting }) => meeting === null) ?? plan[0] ?? null
}

/** All that book.njk shows. */
export function bookPage(
  world: World,
  child: string,
  kind: RegisterReviewKind,
  entry: PlannedReview | null,
  typed: TypedBooking,
  faults: readonly BookingFault[],
  hidden: readonly TakenTime[],
  code: string,
  csrfToken: string,
) {
  const action = reviewsPath(code, 'book', child)
  const isBooked = entry?.meeting != null || entry?.state === 'opened'
  const siblings = entry && !isBooked ? siblingsToBook(world, entry) : []
  return {
    title: `Book the review of child ${child}`,
    back: { href: reviewsPath(code), text: 'Reviews to book' },
    action,
    csrfToken,
    ...formOfBooking(world, isBooked ? null : entry, typed.minutes).shown(typed, faults),
    kind,
    child,
    choicesHref: authorityPath(code, 'children', child, 'choices'),
    what: entry?.deadline?.clock.title ?? kindWords[kind],
    said: saidOf(statementsOf(world, child)),
    lastTime: lastTime(world, child),
    due: entry && dueWords(entry, world),
    bookedAs:
      isBooked && entry.booking
        ? {
            href: reviewsPath(code, entry.booking.review.reviewRef),
            when: entry.meeting ? whenWords(entry.meeting) : '',
          }
        : null,
    slots: suggestedTimes(world, child, entry, typed, hidden),
    wish: choicesOf(world, child)?.where ?? '',
    limitNote: limitNote(entry?.due ?? null),
    hasSiblings: siblings.length > 0,
    siblingChildren: siblings.map((sibling) => sibling.child),
  }
}

/** What the child has said, in the child's own words: now, and before. */
function saidOf(choices: readonly ReviewChoiceFact[]) {
  const words = (choice: ReviewChoiceFact) => ({
    on: longDate(choice.on),
    rows: [
      { key: 'Where', value: choice.where },
      { key: 'When', value: choice.when },
      { key: 'How', value: formatWords(choice.format) },
      { key: 'Who should come', value: choice.whoToCome },
      { key: 'Who should not come', value: choice.whoNotToCome },
      { key: 'Anything else', value: choice.anythingElse },
    ].filter((row): row is { key: string; value: string } => Boolean(row.value)),
    toldTo: choice.toldTo,
  })
  const [now, before] = choices
  return { now: now ? words(now) : null, before: before ? words(before) : null }
}

/** How the last review was held. */
function lastTime(world: World, child: string): string | null {
  const held = bookings(world)
    .ofChild(child)
    .filter(({ review }) => review.status === 'HELD' && review.heldOn !== null)
    .sort((a, b) => String(a.review.heldOn).localeCompare(String(b.review.heldOn)))
    .at(-1)
  if (!held?.review.heldOn) return null
  const meeting = held.meetings.find(({ status }) => status === 'HELD')
  const how = howWords(meeting?.place ?? null, held.review.format ?? meeting?.format ?? null)
  return `${longDate(held.review.heldOn)}: ${how || 'where and how are not recorded'}`
}

/** By when the review is due, and why then. */
export function dueWords(entry: PlannedReview, world: World) {
  const { deadline, due, bestBookedBy, latestPractical } = entry
  return {
    due: due ? longDateWithWeekday(due) : null,
    days: due ? daysWords(world.asAt, due) : '',
    isOverdue: due !== null && isBefore(due, world.asAt),
    why: deadline ? explain(deadline, world.holidays) : null,
    best: bestBookedBy && !isBefore(bestBookedBy, world.asAt) ? longDateWithWeekday(bestBookedBy) : null,
    slack: bookingSetting.of(world.settings).slackWorkingDays,
    latest: latestPractical ? longDateWithWeekday(latestPractical) : null,
  }
}

/** What is said beside the reason for lateness. */
export const limitNote = (limit: PlainDate | null): string =>
  limit === null ? 'Nothing says by when this must be held.' : `Needed where the day is after ${longDate(limit)}.`

/** The address of the form for a child's review of this kind. */
export const bookHref = (code: string, child: string, kind: RegisterReviewKind): string =>
  withQuery(reviewsPath(code, 'book', child), { kind })
