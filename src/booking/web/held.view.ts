import { bookingSetting } from '../../reviews/settings.ts'
import { isAfter } from '../../kernel/dates.ts'
import { nextMeeting } from '../domain/bookings.ts'
import { plannedFor } from '../domain/plan.ts'
import { dueWords } from './book.view.ts'
import type { BookingFault, TypedBooking } from './forms.ts'
import { whenWords } from './words.ts'
import { type Shown, formOfReview, frameOf } from './change.view.ts'

/** What the form on a meeting that was held starts from. */
export function firstHeldForm(shown: Pick<Shown, 'world' | 'booking'>): TypedBooking {
  const { world, booking } = shown
  const next = nextMeeting(booking)
  return formOfReview(shown).first({
    heldOn: next !== null && !isAfter(next.on, world.asAt) ? next.on : null,
    participation: booking.review.participation,
    lateReason: booking.review.lateReason,
  })
}

/** All that held.njk shows. */
export function heldPage(shown: Shown, typed: TypedBooking, faults: readonly BookingFault[]) {
  const { world, booking } = shown
  const planned = plannedFor(world, booking.review.reviewRef)
  const next = nextMeeting(booking)
  return {
    ...frameOf(shown, ['held'], typed, faults),
    title: 'Record the review as held',
    booked: next && whenWords(next),
    due: planned && dueWords(planned, world),
    isBegun: booking.review.heldOn !== null,
    isCorrection: false,
    lateNote: `Needed where it was held after it was due, or completed more than ${bookingSetting.of(world.settings).adjournmentWorkingDays} working days after it began.`,
  }
}

/** What the form that corrects a held review starts from: what is recorded. */
export function firstCorrectForm(shown: Pick<Shown, 'world' | 'booking'>): TypedBooking {
  const { heldOn, completedOn, officerId, format, participation, lateReason } = shown.booking.review
  return formOfReview(shown).first({ heldOn, completedOn, officerId, format, participation, lateReason })
}

/** All that held.njk shows where a held review is corrected. */
export const correctPage = (shown: Shown, typed: TypedBooking, faults: readonly BookingFault[]) => ({
  ...heldPage(shown, typed, faults),
  ...frameOf(shown, ['correct'], typed, faults),
  title: 'Correct what is recorded of the review',
  isCorrection: true,
})
