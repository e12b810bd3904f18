import { bookingPermissions } from '../permissions.ts'
import type { FastifyRequest } from 'fastify'
import type { BookingProblem } from '../domain/problems.ts'
import {
  type MeetingChange,
  type Shown,
  cancelPage,
  firstMeetingForm,
  formOfReview,
  meetingChangePage,
} from './change.view.ts'
import { firstHeldForm, heldPage } from './held.view.ts'
import type { BackLink } from '../../platform/web/back.ts'
import { type BookingPagesDeps, askedBy } from './deps.ts'
import type { Done } from './done.ts'
import { type BookingFault, type BookingValues, type TypedBooking, entryOf } from './forms.ts'

/** The review in an address. */
export type OfReview = { Params: { ref: string } }
/** A request about a review. */
export type Ask = FastifyRequest<OfReview>

/** What every form of a review shows besides its fields. */
interface FormPage {
  back: BackLink
  action: string
}

/** A form of a review: how it is shown, what it does, and what is said when that is done. */
interface ReviewForm {
  parts: string
  /** Whether it is about a meeting that is booked: without one there is nothing to do. */
  needsMeeting: boolean
  first: (shown: Shown) => TypedBooking
  view: string
  page: (request: Ask, shown: Shown, typed: TypedBooking, faults: readonly BookingFault[]) => Promise<FormPage>
  /** Gives what is wrong; null where there is no such review to see. */
  submit: (request: Ask, shown: Shown, values: BookingValues) => Promise<readonly BookingProblem[] | null>
  done: Done
}

/** The forms about a review, each with its page. */
export function formsOf(deps: BookingPagesDeps): ReviewForm[] {
  const { booking } = deps
  const which = (request: Ask, shown: Shown, values: BookingValues) => ({
    ...askedBy(request, deps),
    child: shown.booking.review.child,
    reviewRef: shown.booking.review.reviewRef,
    replaces: values.version,
    lateReason: values.lateReason,
  })
  const ofMeeting = (change: MeetingChange) => ({
    first: (shown: Shown) => firstMeetingForm(shown, change),
    view: 'booking/web/change.njk',
    page: async (request: Ask, shown: Shown, typed: TypedBooking, faults: readonly BookingFault[]) => {
      const more = { hidden: await deps.hiddenTimesFor(request), mayOverride: request.may(bookingPermissions.override) }
      return meetingChangePage(shown, change, typed, faults, more)
    },
  })
  return [
    {
      ...ofMeeting('move'),
      parts: 'move',
      needsMeeting: true,
      submit: (request, shown, values) =>
        booking.rearrangeReview({
          ...which(request, shown, values),
          entry: entryOf(values),
          askedBy: values.askedBy,
          reason: values.reason,
        }),
      done: 'moved',
    },
    {
      ...ofMeeting('adjourn'),
      parts: 'adjourn',
      needsMeeting: true,
      submit: (request, shown, values) =>
        booking.adjournReview({
          ...which(request, shown, values),
          entry: entryOf(values),
          heldOn: values.heldOn,
          reason: values.reason,
          decidedBy: values.decidedBy,
          overrideReason: values.overrideReason,
        }),
      done: 'adjourned',
    },
    {
      ...ofMeeting('add'),
      parts: 'meetings/new',
      needsMeeting: false,
      submit: (request, shown, values) =>
        booking.addMeeting({ ...which(request, shown, values), entry: entryOf(values) }),
      done: 'added',
    },
    {
      parts: 'held',
      needsMeeting: false,
      first: firstHeldForm,
      view: 'booking/web/held.njk',
      page: (_request, shown, typed, faults) => Promise.resolve(heldPage(shown, typed, faults)),
      submit: (request, shown, values) =>
        booking.recordHeld({
          ...which(request, shown, values),
          heldOn: values.heldOn,
          ending: values.ending,
          completedOn: values.completedOn,
          participation: values.participation,
        }),
      done: 'held',
    },
    {
      parts: 'cancel',
      needsMeeting: false,
      first: (shown) => formOfReview(shown).first(),
      view: 'booking/web/cancel.njk',
      page: (_request, shown, typed, faults) => Promise.resolve(cancelPage(shown, typed, faults)),
      submit: (request, shown, values) =>
        booking.cancelReview({ ...which(request, shown, values), reason: values.reason }),
      done: 'cancelled',
    },
  ]
}
