import { officerName } from '../../officers/domain/names.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import type { World } from '../../children/domain/world.ts'
import type { ReviewStep } from '../../house/step.ts'
import { isAfter, isBefore, longDate } from '../../kernel/dates.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { askers } from '../../reviews/registers/rearrangements.ts'
import { type Booking, bookedMeetings, nextMeeting } from '../domain/bookings.ts'
import { plannedFor } from '../domain/plan.ts'
import { dueWords } from './book.view.ts'
import { type ReviewVersion, correctionRows } from './history.view.ts'
import { howWords, kindWords, purposeWords, reviewsPath, slackWords, statusWords, whenWords } from './words.ts'
import { stateWords, summaryOf } from './review.summary.ts'

/** What the user may do with a review here, and the steps that other rooms see to. */
export interface ReviewOffers {
  mayBook: boolean
  steps: readonly ReviewStep[]
}

/** All that review.njk shows. */
export function reviewPage(
  world: World,
  booking: Booking,
  { mayBook, steps }: ReviewOffers,
  versions: readonly ReviewVersion[],
  code: string,
  done: string | null,
) {
  const { review, meetings, moves } = booking
  const { reviewRef, child, kind, status } = review
  const path = (...parts: string[]) => reviewsPath(code, reviewRef, ...parts)
  const planned = plannedFor(world, reviewRef)
  const next = nextMeeting(booking)
  const isOpen = status === 'PLANNED'
  const allOfficers = recordsOf(world, officers)
  return {
    title: `${kindWords[kind]} of child ${child}`,
    done,
    reviewRef,
    childHref: authorityPath(code, 'children', child),
    child,
    state: stateWords(world, booking),
    isBad: planned !== null && ['too_late', 'no_word'].includes(planned.state),
    due: planned && dueWords(planned, world),
    isOpened: isOpen && review.heldOn !== null,
    slack: slackWords(planned?.slackDays ?? null),
    lateReason: review.lateReason,
    tasks: [...ownSteps(world, booking, mayBook, code), ...steps].sort((a, b) => a.place - b.place),
    actions: mayBook ? actionsOf(booking, path) : [],
    corrections: correctionRows(versions, world),
    meetings: meetings.map((meeting) => ({
      when: whenWords(meeting),
      what: purposeWords[meeting.purpose],
      officer: officerName(allOfficers, meeting.officerId),
      how: howWords(meeting.place, meeting.format),
      status: statusWords[meeting.status],
      notes: [
        meeting.whyNotAsChosen && `Not as the child chose: ${meeting.whyNotAsChosen}`,
        meeting.adjournedWhy &&
          `Adjourned by ${officerName(allOfficers, meeting.adjournedBy)}: ${meeting.adjournedWhy}`,
        meeting.cancelledWhy && `Why: ${meeting.cancelledWhy}`,
        meeting.overrideReason && `A rule was set aside: ${meeting.overrideReason}`,
      ].filter((note): note is string => Boolean(note)),
    })),
    moves: moves.map((move) => ({
      on: longDate(move.on),
      from: longDate(move.fromDay),
      to: longDate(move.toDay),
      asker: askers[move.askedBy],
      reason: move.reason,
      slack: slackWords(move.slackDays),
    })),
    summary: summaryOf(world, booking),
    next: next && whenWords(next),
  }
}

/** The steps that are taken here: it is booked, and it is held. */
function ownSteps(world: World, booking: Booking, mayBook: boolean, code: string): ReviewStep[] {
  const { review } = booking
  const path = (...parts: string[]) => reviewsPath(code, review.reviewRef, ...parts)
  const next = nextMeeting(booking)
  const isOpen = review.status === 'PLANNED'
  const isHeld = review.status === 'HELD'
  const bookHref = review.heldOn === null ? reviewsPath(code, 'book', review.child) : path('meetings', 'new')
  const isPast = next !== null && !isAfter(next.on, world.asAt)
  return [
    {
      place: 10,
      text: 'Book the review',
      href: mayBook && isOpen && !next ? bookHref : null,
      status: next ? `Booked for ${whenWords(next)}` : isHeld ? 'Done' : isOpen ? 'Not booked' : 'Cancelled',
    },
    {
      place: 50,
      text: 'Record what happened',
      href: mayBook && isOpen && isPast ? path('held') : null,
      status: heldWords(world, booking),
    },
  ]
}

function heldWords(world: World, booking: Booking): string {
  const { status, heldOn } = booking.review
  const next = nextMeeting(booking)
  if (status === 'HELD') return 'Held'
  if (status === 'CANCELLED') return 'Not held'
  if (heldOn !== null) return 'In progress: a further meeting completes it'
  if (next && isBefore(next.on, world.asAt)) return 'Date passed, outcome not recorded'
  return 'Not yet'
}

/** What can be done with a review: one that was held can be corrected, one that was cancelled cannot be changed. */
function actionsOf(booking: Booking, path: (...parts: string[]) => string): { text: string; href: string }[] {
  const { status } = booking.review
  if (status === 'HELD') return [{ text: 'Correct what is recorded', href: path('correct') }]
  if (status === 'CANCELLED') return []
  const hasNext = bookedMeetings(booking).length > 0
  const isBegun = booking.review.heldOn !== null
  return [
    ...(hasNext ? [{ text: 'Move the review', href: path('move') }] : []),
    ...(hasNext ? [{ text: 'Adjourn the review', href: path('adjourn') }] : []),
    ...(hasNext || isBegun ? [{ text: 'Add a meeting', href: path('meetings', 'new') }] : []),
    ...(hasNext || isBegun ? [{ text: 'Record it as held', href: path('held') }] : []),
    { text: 'Cancel the review', href: path('cancel') },
  ]
}
