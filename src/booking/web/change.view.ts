import { bookingSetting } from '../../reviews/settings.ts'
import type { World } from '../../children/domain/world.ts'
import { isAfter, isBefore } from '../../kernel/dates.ts'
import { type Booking, adjournments, beginsOn, nextMeeting, versionOfBooking } from '../domain/bookings.ts'
import { choicesOf } from '../../participation/domain/choices.ts'
import type { TakenTime } from '../domain/diary.ts'
import { completionLimit, plannedFor } from '../domain/plan.ts'
import { dueWords, limitNote } from './book.view.ts'
import { suggestedTimes } from './book.times.ts'
import { type BookingFault, type BookingForm, OWN_TIME, type TypedBooking, bookingForm } from './forms.ts'
import { formatWords, kindWords, reviewsPath, slackWords, whenWords } from './words.ts'

/** What is done to a review that is booked, and what its pages and addresses are called. */
const changes = {
  move: { title: 'Move the review', button: 'Move the review', parts: ['move'] },
  adjourn: { title: 'Adjourn the review', button: 'Adjourn the review', parts: ['adjourn'] },
  add: { title: 'Add a meeting to the review', button: 'Add the meeting', parts: ['meetings', 'new'] },
} as const

export type MeetingChange = keyof typeof changes

/** A review of which a form is shown, by whom. */
export interface Shown {
  world: World
  booking: Booking
  code: string
  csrfToken: string
}

/** The forms of a review. */
export const formOfReview = ({ world, booking }: Pick<Shown, 'world' | 'booking'>, isLate = false): BookingForm =>
  bookingForm(world, {
    isLate,
    lateReason: booking.review.lateReason,
    siblings: [],
    chairedBy: booking.review.officerId,
  })

/** What every page with a form about a review shows. */
export const frameOf = (
  shown: Shown,
  parts: readonly string[],
  typed: TypedBooking,
  faults: readonly BookingFault[],
  isLate = false,
) => {
  const { booking, code, csrfToken } = shown
  const { reviewRef, child, kind } = booking.review
  return {
    back: { href: reviewsPath(code, reviewRef), text: `${kindWords[kind]} of child ${child}` },
    action: reviewsPath(code, reviewRef, ...parts),
    csrfToken,
    version: versionOfBooking(booking),
    caption: `Child ${child}`,
    ...formOfReview(shown, isLate).shown(typed, faults),
  }
}

/** What a form about a meeting starts from: the meeting as it is booked, for another time or once more. */
export function firstMeetingForm(shown: Pick<Shown, 'world' | 'booking'>, change: MeetingChange): TypedBooking {
  const { world, booking } = shown
  const { settings, asAt } = world
  const meeting = nextMeeting(booking) ?? booking.meetings.at(-1) ?? null
  const heldOn = meeting && !isAfter(meeting.on, asAt) ? meeting.on : null
  return formOfReview(shown).first({
    slot: OWN_TIME,
    on: change === 'move' ? (meeting?.on ?? null) : null,
    startsAt: change === 'move' ? (meeting?.startsAt ?? null) : null,
    minutes: lengthOf(meeting) ?? bookingSetting.of(settings).meetingMinutes,
    officerId: meeting?.officerId ?? booking.review.officerId,
    place: meeting?.place ?? null,
    format: meeting?.format ?? null,
    whyNotAsChosen: meeting?.whyNotAsChosen ?? null,
    lateReason: booking.review.lateReason,
    heldOn: change === 'adjourn' ? heldOn : null,
    decidedBy: change === 'adjourn' ? (meeting?.officerId ?? booking.review.officerId) : null,
  })
}

function lengthOf(meeting: { startsAt: string | null; endsAt: string | null } | null): number | null {
  if (!meeting?.startsAt || !meeting.endsAt) return null
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return minutes(meeting.endsAt) - minutes(meeting.startsAt)
}

/** All that change.njk shows: moving, adjourning, adding a meeting. */
export function meetingChangePage(
  shown: Shown,
  change: MeetingChange,
  typed: TypedBooking,
  faults: readonly BookingFault[],
  { hidden, mayOverride }: { hidden: readonly TakenTime[]; mayOverride: boolean },
) {
  const { world, booking } = shown
  const { title, button, parts } = changes[change]
  const planned = plannedFor(world, booking.review.reviewRef)
  const next = nextMeeting(booking)
  const limit = limitOf(shown, change)
  const slots = planned && {
    ...planned,
    // A move asks for later days as often as for earlier ones: all that are in time are tried.
    ...(change === 'move'
      ? { bestBookedBy: planned.latestPractical }
      : { bestBookedBy: limit, latestPractical: limit }),
  }
  const choice = choicesOf(world, booking.review.child)
  return {
    // An adjourned review is late by the day on which it began, not by the one to which it is adjourned.
    ...frameOf(shown, parts, typed, faults, change !== 'adjourn' && limit !== null && isBefore(limit, world.asAt)),
    title,
    button,
    booked: next && whenWords(next),
    slack: slackWords(planned?.slackDays ?? null),
    due: planned && dueWords(planned, world),
    chosen: choice ? [choice.where, choice.when, formatWords(choice.format)].filter(Boolean).join('; ') : '',
    wish: choice?.where ?? '',
    isMove: change === 'move',
    isAdjournment: change === 'adjourn',
    isAddition: change === 'add',
    days: bookingSetting.of(world.settings).adjournmentWorkingDays,
    slots: suggestedTimes(world, booking.review.child, slots, typed, hidden),
    limitNote: limitNote(change === 'adjourn' ? (planned?.due ?? null) : limit),
    // Only who may set rules aside is asked why; a second time, or for more days.
    asksOverride: change === 'adjourn' && mayOverride,
    wasAdjourned: adjournments(booking) > 0 || booking.review.adjourned === true,
  }
}

/** The last day for the meeting: of the review as it is due, or, once it has begun, by when it must be completed. */
function limitOf({ world, booking }: Shown, change: MeetingChange) {
  const openedOn =
    booking.review.heldOn ?? (change === 'move' ? null : beginsOn(booking, change === 'adjourn' ? world.asAt : null))
  if (openedOn !== null) return completionLimit(world, openedOn)
  return plannedFor(world, booking.review.reviewRef)?.due ?? null
}

/** All that cancel.njk shows. */
export function cancelPage(shown: Shown, typed: TypedBooking, faults: readonly BookingFault[]) {
  const next = nextMeeting(shown.booking)
  return {
    ...frameOf(shown, ['cancel'], typed, faults),
    title: 'Cancel the review',
    booked: next && whenWords(next),
    isBegun: shown.booking.review.heldOn !== null,
  }
}
