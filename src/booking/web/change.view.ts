import { participationCodes } from '../../children/domain/codes.ts'
import type { World } from '../../children/domain/world.ts'
import { isAfter } from '../../kernel/dates.ts'
import { type Booking, adjournments, nextMeeting, versionOfBooking } from '../domain/bookings.ts'
import { choicesOf } from '../../participation/domain/choices.ts'
import type { TakenTime } from '../domain/diary.ts'
import { completionLimit, plannedFor } from '../domain/plan.ts'
import type { BookingProblem } from '../domain/problems.ts'
import { dueWords, limitNote, slotItems } from './book.view.ts'
import {
  type BookingForm,
  OWN_TIME,
  askerItems,
  dateItems,
  emptyForm,
  lateReasonItems,
  meetingChoices,
} from './forms.ts'
import { errorsOf } from './problems.view.ts'
import { dayFields, formatWords, kindWords, reviewsPath, slackWords, whenWords } from './words.ts'

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

const frameOf = (
  { booking, code, csrfToken }: Shown,
  parts: readonly string[],
  problems: readonly BookingProblem[],
) => {
  const { reviewRef, child, kind } = booking.review
  return {
    back: { href: reviewsPath(code, reviewRef), text: `${kindWords[kind]} of child ${child}` },
    action: reviewsPath(code, reviewRef, ...parts),
    csrfToken,
    version: versionOfBooking(booking),
    caption: `Child ${child}`,
    ...errorsOf(problems),
  }
}

/** What a form about a meeting starts from: the meeting as it is booked, for another time or once more. */
export function firstMeetingForm(
  { world, booking }: Pick<Shown, 'world' | 'booking'>,
  change: MeetingChange,
): BookingForm {
  const { settings, asAt } = world
  const meeting = nextMeeting(booking) ?? booking.meetings.at(-1) ?? null
  const heldOn = meeting && !isAfter(meeting.on, asAt) ? meeting.on : asAt
  return {
    ...emptyForm,
    slot: OWN_TIME,
    ...(change === 'move' && meeting && dayFields('on', meeting.on)),
    startsAt: change === 'move' ? (meeting?.startsAt ?? '') : '',
    minutes: String(lengthOf(meeting) ?? settings.booking.meetingMinutes),
    officerId: meeting?.officerId ?? booking.review.officerId ?? '',
    place: meeting?.place ?? '',
    format: meeting?.format ?? '',
    whyNotAsChosen: meeting?.whyNotAsChosen ?? '',
    lateReason: booking.review.lateReason ?? '',
    ...(change === 'adjourn' && dayFields('heldOn', heldOn)),
  }
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
  form: BookingForm,
  problems: readonly BookingProblem[],
  { hidden, mayOverride }: { hidden: readonly TakenTime[]; mayOverride: boolean },
) {
  const { world, booking } = shown
  const { title, button, parts } = changes[change]
  const planned = plannedFor(world, booking.review.reviewRef)
  const next = nextMeeting(booking)
  const limit = limitOf(shown, change)
  const slots = planned && {
    ...planned,
    ...(change !== 'move' && { bestBookedBy: limit, latestPractical: limit }),
  }
  const choice = choicesOf(world, booking.review.child)
  return {
    ...frameOf(shown, parts, problems),
    title,
    button,
    form,
    booked: next && whenWords(next),
    slack: slackWords(planned?.slackDays ?? null),
    due: planned && dueWords(planned, world),
    chosen: choice ? [choice.where, choice.when, formatWords(choice.format)].filter(Boolean).join('; ') : '',
    isMove: change === 'move',
    isAdjournment: change === 'adjourn',
    isAddition: change === 'add',
    days: world.settings.booking.adjournmentWorkingDays,
    choices: meetingChoices(world, form),
    slots: slotItems(world, booking.review.child, slots, form, hidden),
    dateItems: dateItems(form, 'on'),
    heldItems: dateItems(form, 'heldOn'),
    limitNote: limitNote(change === 'adjourn' ? (planned?.due ?? null) : limit),
    askers: askerItems(form.askedBy),
    // Only who may set rules aside is asked why; a second time, or for more days.
    asksOverride: change === 'adjourn' && mayOverride,
    wasAdjourned: adjournments(booking) > 0 || booking.review.adjourned === true,
  }
}

/** The last day for the meeting: of the review as it is due, or, once it has begun, by when it must be completed. */
function limitOf({ world, booking }: Shown, change: MeetingChange) {
  const openedOn = booking.review.heldOn ?? (change === 'move' ? null : (nextMeeting(booking)?.on ?? null))
  if (openedOn !== null) return completionLimit(world, openedOn)
  return plannedFor(world, booking.review.reviewRef)?.due ?? null
}

/** What the form on a meeting that was held starts from. */
export function firstHeldForm({ world, booking }: Pick<Shown, 'world' | 'booking'>): BookingForm {
  const next = nextMeeting(booking)
  const isPast = next !== null && !isAfter(next.on, world.asAt)
  return {
    ...emptyForm,
    ...(isPast && dayFields('heldOn', next.on)),
    participation: booking.review.participation ?? '',
    lateReason: booking.review.lateReason ?? '',
  }
}

/** All that held.njk shows. */
export function heldPage(shown: Shown, form: BookingForm, problems: readonly BookingProblem[]) {
  const { world, booking } = shown
  const planned = plannedFor(world, booking.review.reviewRef)
  const next = nextMeeting(booking)
  return {
    ...frameOf(shown, ['held'], problems),
    title: 'Record the review as held',
    form,
    booked: next && whenWords(next),
    due: planned && dueWords(planned, world),
    isBegun: booking.review.heldOn !== null,
    heldItems: dateItems(form, 'heldOn'),
    completedItems: dateItems(form, 'completedOn'),
    ending: form.ending,
    participations: [
      { value: '', text: 'Not recorded yet', selected: form.participation === '' },
      ...Object.entries(participationCodes)
        .filter(([value]) => value.startsWith('PN'))
        .map(([value, text]) => ({ value, text: `${value}: ${text}`, selected: form.participation === value })),
    ],
    lateReasons: lateReasonItems(world.settings.lateReasons, form.lateReason),
    lateNote: `Needed where it was held after it was due, or completed more than ${world.settings.booking.adjournmentWorkingDays} working days after it began.`,
  }
}

/** All that cancel.njk shows. */
export function cancelPage(shown: Shown, form: BookingForm, problems: readonly BookingProblem[]) {
  const next = nextMeeting(shown.booking)
  return {
    ...frameOf(shown, ['cancel'], problems),
    title: 'Cancel the review',
    form,
    booked: next && whenWords(next),
    isBegun: shown.booking.review.heldOn !== null,
  }
}
