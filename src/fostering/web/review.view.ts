import { type PlainDate, longDate } from '../../kernel/dates.ts'
import type { FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import type { BookingFault, TypedBooking } from '../../booking/web/forms.ts'
import { limitNote } from '../../booking/web/book.view.ts'
import { suggestedTimes } from '../../booking/web/book.times.ts'
import type { World } from '../../children/domain/world.ts'
import type { Household } from '../domain/households.ts'
import { type FosterReviewFact, fosterReviewKinds } from '../registers/fosterReviews.ts'
import { fosteringPath } from './paths.ts'
import { ownForm, type OwnForm, type RecordForm, isOwnFault, fosterBookingForm } from './review.form.ts'

interface Place {
  code: string
  csrfToken: string
  household: Household
}

const around = ({ code, csrfToken, household: { carer } }: Place) => ({
  caption: `Household ${carer.carerRef}`,
  back: { href: fosteringPath(code, carer.carerRef), text: `Household ${carer.carerRef}` },
  csrfToken,
})

/** All that book.njk shows: the fields of any meeting, with suggested times, and those of a household’s review. */
export function bookPage(
  world: World,
  { booking, own }: { booking: TypedBooking; own: TypedIn<OwnForm> },
  faults: readonly (BookingFault | FaultIn<OwnForm>)[],
  place: Place & { due: PlainDate | null },
) {
  const form = fosterBookingForm(world)
  const ofOwn = faults.filter(isOwnFault)
  const ofBooking = faults.filter((fault): fault is BookingFault => !isOwnFault(fault))
  const shown = form.shown(booking, ofBooking)
  const shownOwn = ownForm.shown(own, ofOwn)
  return {
    ...around(place),
    title: own.insteadOf === '' ? 'Book a fostering review' : 'Move a fostering review',
    action: fosteringPath(place.code, place.household.carer.carerRef, 'book'),
    fields: shown.fields,
    own: shownOwn.fields,
    errors: [...shownOwn.errors, ...shown.errors],
    slots: suggestedTimes(world, place.household.carer.carerRef, null, booking, []),
    limitNote: limitNote(place.due),
  }
}

/** All that record.njk shows. */
export const recordPage = (
  form: RecordForm,
  typed: TypedIn<RecordForm>,
  faults: readonly FaultIn<RecordForm>[],
  place: Place & { review: FosterReviewFact; day: PlainDate },
) => ({
  ...around(place),
  title: place.review.heldOn ? 'Fostering review' : 'Record a fostering review',
  about: `${fosterReviewKinds[place.review.kind]}, ${place.review.heldOn ? 'held on' : 'booked for'} ${longDate(place.day)}`,
  isHeld: place.review.heldOn !== null,
  isAllegation: place.review.kind === 'ALLEGATION' || place.review.kind === 'CHANGE',
  action: fosteringPath(place.code, place.household.carer.carerRef, 'reviews', place.day.toString()),
  ...form.shown(typed, faults),
})
