import { type AddMeeting, makeAddMeeting } from './addMeeting.ts'
import { type AdjournReview, makeAdjournReview } from './adjournReview.ts'
import { type BookTogether, makeBookTogether } from './bookTogether.ts'
import { type CallOff, makeCallOff } from './callOff.ts'
import { type CancelReview, makeCancelReview } from './cancelReview.ts'
import { type ChangeOfficer, type GiveToOwn, makeChangeOfficer, makeGiveToOwn } from './changeOfficer.ts'
import { type CorrectHeld, makeCorrectHeld } from './correctHeld.ts'
import type { BookingDeps } from './ports.ts'
import { type RearrangeReview, makeRearrangeReview } from './rearrangeReview.ts'
import { type RecordHeld, makeRecordHeld } from './recordHeld.ts'

/** All that can be done about bookings. */
export interface BookingUseCases {
  bookTogether: BookTogether
  rearrangeReview: RearrangeReview
  cancelReview: CancelReview
  adjournReview: AdjournReview
  addMeeting: AddMeeting
  recordHeld: RecordHeld
  correctHeld: CorrectHeld
  changeOfficer: ChangeOfficer
  giveToOwn: GiveToOwn
  callOff: CallOff
}

/** The use cases of booking, on one store. */
export const makeBooking = (deps: BookingDeps): BookingUseCases => ({
  bookTogether: makeBookTogether(deps),
  rearrangeReview: makeRearrangeReview(deps),
  cancelReview: makeCancelReview(deps),
  adjournReview: makeAdjournReview(deps),
  addMeeting: makeAddMeeting(deps),
  recordHeld: makeRecordHeld(deps),
  correctHeld: makeCorrectHeld(deps),
  changeOfficer: makeChangeOfficer(deps),
  giveToOwn: makeGiveToOwn(deps),
  callOff: makeCallOff(deps),
})
