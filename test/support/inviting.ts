import type { ContactFact } from '../../src/participation/registers/contacts.ts'
import type { MeetingFact } from '../../src/reviews/registers/meetings.ts'
/** Facts of a made-up review, for tests of inviting. */
import { date } from '../../src/kernel/dates.ts'
import type { Content } from '../../src/registers/register.ts'
import { reviews, type RegisterReviewFact } from '../../src/reviews/registers/reviews.ts'

export const aContact = (contactRef: string, more: Partial<ContactFact> = {}): ContactFact => ({
  child: 'NORTH1',
  contactRef,
  role: 'OTHER',
  name: `Name of ${contactRef}`,
  channel: 'EMAIL',
  email: `${contactRef}@example.org`,
  phone: null,
  address: null,
  language: null,
  until: null,
  ...more,
})

export const aMeeting = (more: Partial<MeetingFact> = {}): MeetingFact => ({
  reviewRef: 'R1',
  number: 1,
  child: 'NORTH1',
  on: date('2023-02-15'),
  startsAt: '14:30',
  endsAt: '15:30',
  officerId: 'O1',
  place: '7 Mill Lane',
  format: 'IN_PERSON',
  purpose: 'REVIEW',
  status: 'BOOKED',
  whyNotAsChosen: null,
  overrideReason: null,
  bookedOn: null,
  cancelledWhy: null,
  adjournedWhy: null,
  adjournedBy: null,
  ...more,
})

/** A review as the register keeps it. */
export const aReviewContent: Content = {
  review_ref: 'R1',
  child: 'NORTH1',
  kind: 'CLA',
  status: 'PLANNED',
  booked_date: '2023-02-15',
  officer_id: 'O1',
}

/** The same with other columns; a blank one is not said. */
export const aReview = (more: Content = {}): RegisterReviewFact =>
  reviews.read(Object.fromEntries(Object.entries({ ...aReviewContent, ...more }).filter(([, value]) => value !== '')))
