import { workingDaysBefore } from '../../../calendar/workingDays.ts'
import {
  type PlainDate,
  addDays,
  compareDates,
  daysBetween,
  isAfter,
  isOnOrAfter,
  isOnOrBefore,
  isWithin,
} from '../../../kernel/dates.ts'
import type { Life, MadeUpReview, PeriodOfCare } from '../life.ts'
import { randomOf } from '../random.ts'
import { type Span, officerOf } from './allocations.ts'
import { type AbsenceRow, type Service, holderOn } from './service.ts'

/** One day and time that a review was booked for. */
export interface Slot {
  on: PlainDate
  startsAt: string
  officerId: string
}

/** A review of the register: one held since the span began, or the next to come. */
export interface Booking {
  reviewRef: string
  life: Life
  period: PeriodOfCare
  review: MadeUpReview
  /** 1 for the first of the period of care. */
  position: number
  /** The day on which its first date was set. */
  bookedOn: PlainDate
  /** The move of its date, where there is one: the day it was made, and the day it was booked for until then. */
  moved: { on: PlainDate; fromDay: PlainDate } | null
  /** Where it is booked for today; null while nobody has booked it, and where nobody is free. */
  slot: Slot | null
  /** Numbers that the choices of this review come from. */
  seeds: readonly number[]
}

const BOOKING = 307
const SHARE_MOVED = 0.13
const times = ['09:30', '10:45', '12:00', '13:30', '14:45', '16:00'] as const

/** How long a meeting lasts, in minutes: shorter than the time to the next. */
const MEETING_MINUTES = 60

/** When a meeting that starts then ends. */
export function endsAt(startsAt: string): string {
  const minutes = Number(startsAt.slice(0, 2)) * 60 + Number(startsAt.slice(3)) + MEETING_MINUTES
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Every review held since the span began, and the next to come of each child, booked as far as today knows. */
export function bookingsOf(
  lives: readonly Life[],
  service: Service,
  absences: readonly AbsenceRow[],
  span: Span,
): Booking[] {
  const unbooked = lives.flatMap((life) => reviewsOf(life, span).map((one) => bookingOf(life, one, span)))
  return withSlots(unbooked, service, absences, span)
}

type Numbered = Pick<Booking, 'period' | 'review' | 'position'> & { number: number }

/** A number stays a review's from planning to its record: reviews come in the same order on whichever day one asks. */
function reviewsOf(life: Life, { since, today }: Span): Numbered[] {
  let number = 0
  return life.periods.flatMap((period) => {
    const all = [...period.reviews, ...period.reviewsToCome.slice(0, 1)]
    const numbered = all.map((review, index) => ({ period, review, position: index + 1, number: ++number }))
    return numbered.filter(({ review: { heldOn } }) => isWithin(heldOn, since, addDays(today, DAYS_PLANNED)))
  })
}

/** Reviews further off than this are nobody's worry yet. */
const DAYS_PLANNED = 150

function bookingOf(life: Life, { period, review, position, number }: Numbered, { holidays }: Span): Booking {
  const seeds = [...life.seeds, BOOKING, number]
  const random = randomOf(...seeds)
  const lead = random.isTrue(0.08) ? random.between(3, 12) : random.between(25, 120)
  const latest = addDays(review.heldOn, -lead)
  // A first review can't be booked before the child is known.
  const bookedOn = isAfter(period.from, latest) ? addDays(period.from, random.between(1, 3)) : latest
  const isMoved = random.isTrue(SHARE_MOVED)
  const fromDay = workingDaysBefore(review.heldOn, random.between(3, 12), holidays)
  const movedOn = addDays(fromDay, -random.between(1, 6))
  return {
    reviewRef: `R${life.child}-${number}`,
    life,
    period,
    review,
    position,
    bookedOn,
    moved: isMoved && isAfter(movedOn, bookedOn) ? { on: movedOn, fromDay } : null,
    slot: null,
    seeds,
  }
}

/** Gives each a time of an officer, in the order in which they were booked: the first to be booked keeps it. */
function withSlots(
  bookings: readonly Booking[],
  service: Service,
  absences: readonly AbsenceRow[],
  { today }: Span,
): Booking[] {
  const taken = new Set<string>()
  const isAway = (officerId: string, on: PlainDate): boolean =>
    absences.some((absence) => absence.officerId === officerId && isWithin(on, absence.from, absence.to))
  const slots = new Map<string, Slot | null>()
  for (const { booking, on } of events(bookings, today)) {
    const random = randomOf(...booking.seeds, on.month, on.day)
    const own = officerOf(booking.life, service, on)
    const standIns = service.posts.map((post) => holderOn(post, on).officerId)
    const preferred = random.between(0, times.length - 1)
    const free = [own, ...standIns]
      .filter((officerId) => !isAway(officerId, on))
      .flatMap((officerId) => times.map((_, at) => ({ officerId, startsAt: timeAt(preferred + at) })))
      .find(({ officerId, startsAt }) => !taken.has(`${officerId} ${on.toString()} ${startsAt}`))
    if (free) taken.add(`${free.officerId} ${on.toString()} ${free.startsAt}`)
    slots.set(booking.reviewRef, free ? { on, ...free } : null)
  }
  return bookings.map((booking) => ({ ...booking, slot: slots.get(booking.reviewRef) ?? null }))
}

const timeAt = (index: number): string => times[index % times.length] ?? times[0]

/** Each setting of a date by today, in order: a date that was moved away from stays taken, as the person who booked saw it then. */
function events(bookings: readonly Booking[], today: PlainDate): { booking: Booking; on: PlainDate }[] {
  return bookings
    .flatMap((booking) => {
      const first = { booking, at: booking.bookedOn, on: booking.moved?.fromDay ?? booking.review.heldOn }
      const second = booking.moved && { booking, at: booking.moved.on, on: booking.review.heldOn }
      return second ? [first, second] : [first]
    })
    .filter(({ at }) => isOnOrBefore(at, today))
    .sort((a, b) => compareDates(a.at, b.at) || (a.booking.reviewRef < b.booking.reviewRef ? -1 : 1))
}

/** Whether the review was held and is written up by a day. */
export const isHeld = ({ review }: Booking, today: PlainDate): boolean =>
  isOnOrAfter(today, review.heldOn) && isOnOrAfter(today, review.recordedOn)

/** Whether its date was moved by a day. */
export const isMovedBy = ({ moved }: Booking, today: PlainDate): boolean =>
  moved !== null && isOnOrBefore(moved.on, today)

/** How many days are left between a review and the day by which it must be held. */
export const slackOf = ({ review }: Booking): number => daysBetween(review.heldOn, review.due)
