import { type StoredRows, rowKey } from '../../registers/register.ts'
import { meetings, type MeetingFact, nothingMoreKnown } from '../../reviews/registers/meetings.ts'
import { rearrangements, type RearrangementFact } from '../../reviews/registers/rearrangements.ts'
import { reviews, type RegisterReviewFact } from '../../reviews/registers/reviews.ts'
import { registerReviewsOf } from '../../reviews/domain/world.ts'
import { recordsOf } from '../../world/world.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, compareDates, isAfter, isOnOrAfter, isSameDay } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import { versionOf } from '../../registers/version.ts'

/** A review of the register with its meetings and its moves. */
export interface Booking {
  review: RegisterReviewFact
  /** In order of number; where the review is booked for a day and has no row, that day's meeting among them, last. */
  meetings: readonly MeetingFact[]
  /** The meeting for which the registers have only the review's day, without a time; null where rows say more. */
  dayOnly: MeetingFact | null
  moves: readonly RearrangementFact[]
}

/** Puts a review together with its meetings and moves. */
export function bookingOf(
  review: RegisterReviewFact,
  meetings: readonly MeetingFact[],
  moves: readonly RearrangementFact[] = [],
): Booking {
  const own = meetings.filter(({ reviewRef }) => reviewRef === review.reviewRef).sort((a, b) => a.number - b.number)
  const dayOnly = dayOnlyMeeting(review, own)
  return {
    review,
    meetings: dayOnly?.status === 'BOOKED' ? [...own, dayOnly] : own,
    dayOnly,
    moves: moves.filter(({ reviewRef }) => reviewRef === review.reviewRef).sort((a, b) => a.number - b.number),
  }
}

/** The version of a booking, for the forms that change it: that of its review, its meetings and its moves. */
export const versionOfBooking = ({ review, meetings, moves }: Booking): string =>
  versionOf(review, ...meetings, ...moves)

/**
 * A review that a file brought as booked has a day and no row in `meetings`: this is the meeting on that day. There is none
 * where a meeting of that day was cancelled; of a review that is held or cancelled, only where it has no rows at all.
 */
function dayOnlyMeeting(review: RegisterReviewFact, own: readonly MeetingFact[]): MeetingFact | null {
  const { reviewRef, child, bookedFor, officerId, format } = review
  const isOpen = review.status === 'PLANNED' && review.heldOn === null
  if (bookedFor === null || (!isOpen && own.length > 0)) return null
  const saysMore = ({ purpose, status, on }: MeetingFact) =>
    status === 'CANCELLED' ? isSameDay(on, bookedFor) : purpose === 'REVIEW'
  if (own.some(saysMore)) return null
  const otherwise = review.status === 'CANCELLED' ? 'CANCELLED' : 'HELD'
  return {
    ...nothingMoreKnown,
    reviewRef,
    number: nextNumber(own),
    child,
    on: bookedFor,
    startsAt: null,
    endsAt: null,
    officerId,
    place: null,
    format,
    purpose: 'REVIEW',
    status: isOpen ? 'BOOKED' : otherwise,
  }
}

/** The meeting of a review as people outside hear of it. */
export interface ReviewMeeting extends MeetingFact {
  /** Whether it does not take place: it is cancelled, or its review is. */
  isCancelled: boolean
  /** Whether the registers have only the review's day for it, and no row in `meetings`. */
  isDayOnly: boolean
}

/**
 * The meeting of a review to which people are asked, and of which they and calendars are told: the next that is booked
 * for today or later; where none is, the last that was not cancelled; else the last there was. Null where nothing was ever
 * booked. `nextMeeting` is another question: what is to be done next, a day that has passed without a word included.
 */
export function meetingOf(booking: Booking, today: PlainDate): ReviewMeeting | null {
  const inOrder = everyMeeting(booking).sort((a, b) => compareDates(a.on, b.on) || a.number - b.number)
  const standing = inOrder.filter(({ status }) => status !== 'CANCELLED')
  const toCome = standing.find((meeting) => isToCome(meeting, today))
  return toCome ?? standing.at(-1) ?? inOrder.at(-1) ?? null
}

/** Whether people can still come to the meeting, on this day of it or a later one. */
export const isToCome = ({ status, isCancelled, on }: ReviewMeeting, today: PlainDate): boolean =>
  status === 'BOOKED' && !isCancelled && isOnOrAfter(on, today)

/** Every meeting of a review, that of a day without a row included, as people outside hear of them. */
export const everyMeeting = ({ review, meetings, dayOnly }: Booking): ReviewMeeting[] =>
  (dayOnly === null || meetings.includes(dayOnly) ? meetings : [...meetings, dayOnly]).map((meeting) => ({
    ...meeting,
    isCancelled: review.status === 'CANCELLED' || meeting.status === 'CANCELLED',
    isDayOnly: meeting === dayOnly,
  }))

/** The number after the highest so far. */
export const nextNumber = (rows: readonly { number: number }[]): number =>
  Math.max(0, ...rows.map(({ number }) => number)) + 1

/** The review of the register that this reference names, which is its key; null where there is none. */
function reviewNamed(registers: StoredRows, reviewRef: string): RegisterReviewFact | null {
  const content = registers.get(reviews.name)?.get(rowKey(reviews, { review_ref: reviewRef }))
  return content ? reviews.read(content) : null
}

/** The review of the register that this reference names, with its meetings and moves; null where there is none. */
export function bookingNamed(registers: StoredRows, reviewRef: string): Booking | null {
  const review = reviewNamed(registers, reviewRef)
  return review ? bookingOf(review, meetings.rowsIn(registers), rearrangements.rowsIn(registers)) : null
}

const meetingsByReview = rememberedFor((rows: readonly MeetingFact[]) =>
  Map.groupBy(rows, ({ reviewRef }) => reviewRef),
)
const movesByReview = rememberedFor((rows: readonly RearrangementFact[]) =>
  Map.groupBy(rows, ({ reviewRef }) => reviewRef),
)
const none: readonly never[] = []

/** A review with its meetings and its moves: put together again only where one of these rows has changed. */
const bookingFrom = rememberedFor((review: RegisterReviewFact) =>
  rememberedWhileSame((own: readonly MeetingFact[], moves: readonly RearrangementFact[]): Booking =>
    bookingOf(review, own, moves),
  ),
)

/** The bookings of a world. Each is put together when it is asked for: most are of reviews held long ago. */
export interface Bookings {
  get: (reviewRef: string) => Booking | undefined
  /** Those of one child. */
  ofChild: (child: string) => Booking[]
  /** Those of reviews that are planned. */
  planned: () => readonly Booking[]
  all: () => readonly Booking[]
}

/** Every review of the register, with its meetings and moves. */
export const bookings = rememberedFor((world: World): Bookings => {
  const meetingsOf = meetingsByReview(recordsOf(world, meetings))
  const movesOf = movesByReview(recordsOf(world, rearrangements))
  const of = (review: RegisterReviewFact): Booking =>
    bookingFrom(review)(meetingsOf.get(review.reviewRef) ?? none, movesOf.get(review.reviewRef) ?? none)
  // Each page of work asks for all of them several times.
  let planned: readonly Booking[] | null = null
  let all: readonly Booking[] | null = null
  return {
    get: (reviewRef) => {
      const review = reviewNamed(world.registers, reviewRef)
      return review ? of(review) : undefined
    },
    ofChild: (child) => registerReviewsOf(world, child).map(of),
    planned: () => (planned ??= recordsOf(world, reviews).filter(({ status }) => status === 'PLANNED').map(of)), // prettier-ignore
    all: () => (all ??= recordsOf(world, reviews).map(of)),
  }
})

/** The meetings that are still to come or of which nobody has said what happened, the earliest first. */
export const bookedMeetings = ({ meetings }: Booking): MeetingFact[] =>
  meetings.filter(({ status }) => status === 'BOOKED').sort((a, b) => compareDates(a.on, b.on) || a.number - b.number)

/** The next of them, or null. */
export const nextMeeting = (booking: Booking): MeetingFact | null => bookedMeetings(booking)[0] ?? null

/**
 * The day from which a review runs: that of its next meeting; null where none is booked. One that is adjourned before its day
 * has come (`adjournedOn`) runs from then.
 */
export function beginsOn(booking: Booking, adjournedOn: PlainDate | null): PlainDate | null {
  const on = nextMeeting(booking)?.on ?? null
  return adjournedOn !== null && on !== null && isAfter(on, adjournedOn) ? adjournedOn : on
}

/** How often the review was adjourned. */
export const adjournments = ({ meetings }: Pick<Booking, 'meetings'>): number =>
  meetings.filter(({ purpose, status }) => purpose === 'RESUMED' && status !== 'CANCELLED').length
