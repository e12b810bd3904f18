import { allocations } from '../../officers/registers/allocations.ts'
import { officers } from '../../officers/registers/officers.ts'
import { type ContactFact, type ContactRole, contacts } from '../../participation/registers/contacts.ts'
import { type PlainDate, compareDates, isAfter, isOnOrAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { type Content, type Register, type StoredRows, contentOf, rowKey } from '../../registers/register.ts'
import { type MeetingFact, meetings, nothingMoreKnown } from '../../reviews/registers/meetings.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { fosterCarers } from '../registers/fosterCarers.ts'
import { type HouseholdMemberFact, fosterHouseholds } from '../registers/fosterHouseholds.ts'
import { type FosterReviewFact, fosterReviews } from '../registers/fosterReviews.ts'

/** What the reviews of a household are made of. */
export const subjectRegisters = [fosterCarers, fosterReviews, fosterHouseholds]

/**
 * These rows with the reviews of a household, their meetings, and everyone whom its next review asks, as the registers of
 * children's reviews would have them: the household in the place of the child. So people are invited to its reviews, told
 * where they move, and find them behind their link, by the very same code.
 */
export function withHousehold(stored: StoredRows, carerRef: string, today: PlainDate): StoredRows {
  const own = askedFor(fosterReviews.rowsIn(stored).filter((one) => one.carerRef === carerRef))
  const kept = new Map(stored)
  put(kept, reviews, own.map((review) => reviewRow(review, carerRef))) // prettier-ignore
  put(kept, meetings, own.flatMap((review) => meetingRow(review, carerRef))) // prettier-ignore
  put(kept, contacts, contactRows(stored, carerRef, today))
  return kept
}

/** The same of the household whose review this is; null where no such review is kept. */
export function withReviewOf(stored: StoredRows, reviewRef: string, today: PlainDate): StoredRows | null {
  const review = fosterReviews.rowsIn(stored).find((one) => one.reviewRef === reviewRef)
  return review ? withHousehold(stored, review.carerRef, today) : null
}

/** The reviews of every household with their meetings, alone: what officers chair. */
export function meetingsOfHouseholds(stored: StoredRows): StoredRows {
  const all = askedFor(fosterReviews.rowsIn(stored))
  const kept = new Map<string, ReadonlyMap<string, Content>>()
  put(kept, reviews, all.map((review) => reviewRow(review, review.carerRef))) // prettier-ignore
  put(kept, meetings, all.flatMap((review) => meetingRow(review, review.carerRef))) // prettier-ignore
  return kept
}

/** Whom what someone says concerns: the child placed who says it; else, or of someone who is not asked, every child placed. */
export function childrenAsked(stored: StoredRows, carerRef: string, contactRef: string, today: PlainDate): string[] {
  const children = placedIn(membersAsked(stored, carerRef, today))
  const own = children.filter((child) => contactRef.startsWith(`${child} `))
  return own.length > 0 ? own : children
}

/** The children placed among members of a household. */
const placedIn = (members: readonly HouseholdMemberFact[]): string[] => [
  ...new Set(members.flatMap(({ party, person }) => (party === 'FOSTERED_CHILD' ? [person] : []))),
]

function put<Row extends object>(
  into: Map<string, ReadonlyMap<string, Content>>,
  register: Register<Row>,
  rows: readonly Row[],
) {
  const all = new Map(into.get(register.name))
  for (const row of rows) {
    const content = contentOf(register, row)
    all.set(rowKey(register, content), content)
  }
  into.set(register.name, all)
}

/** Reviews that people are invited to and asked before. Those that a file brought planned get a reference when someone is. */
function askedFor(all: readonly FosterReviewFact[]): FosterReviewFact[] {
  const bookingOf = ({ carerRef, bookedFor }: FosterReviewFact) => `${carerRef} ${bookedFor?.toString() ?? ''}`
  const held = new Set(all.filter(({ status }) => status === 'HELD').map(bookingOf))
  return all.filter((one) => one.reviewRef !== null || (one.status === 'PLANNED' && !held.has(bookingOf(one))))
}

/** The reference of a review; of one that has none yet, what tells it from the others until it is given one. */
export const referenceOf = ({ reviewRef, carerRef, heldOn, bookedFor }: FosterReviewFact): string =>
  reviewRef ?? `${carerRef} ${(heldOn ?? bookedFor)?.toString() ?? ''}`

const reviewRow = (review: FosterReviewFact, carerRef: string) => ({
  ...reviews.read({ review_ref: referenceOf(review), child: carerRef, kind: 'CLA', status: review.status }),
  bookedFor: review.bookedFor,
  heldOn: review.heldOn,
  officerId: review.officerId,
  format: review.format,
})

function meetingRow(review: FosterReviewFact, carerRef: string): MeetingFact[] {
  const on = review.heldOn ?? review.bookedFor
  if (on === null) return []
  return [
    {
      ...nothingMoreKnown,
      reviewRef: referenceOf(review),
      number: 1,
      child: carerRef,
      on,
      startsAt: review.startsAt,
      endsAt: review.endsAt,
      officerId: review.officerId,
      place: review.place,
      format: review.format,
      purpose: 'REVIEW',
      status: review.status === 'PLANNED' ? 'BOOKED' : review.status,
    },
  ]
}

const isOpen = ({ from, to }: { from: PlainDate; to: PlainDate | null }, day: PlainDate): boolean =>
  isOnOrBefore(from, day) && (to === null || isAfter(to, day))

/** The members whom the next review asks: those of today, and the children who have left since the last one. */
function membersAsked(stored: StoredRows, carerRef: string, today: PlainDate): HouseholdMemberFact[] {
  const since = fosterReviews
    .rowsIn(stored)
    .flatMap(({ carerRef: whose, status, heldOn }) =>
      whose === carerRef && status === 'HELD' && heldOn ? [heldOn] : [],
    )
    .sort(compareDates)
    .at(-1)
  return fosterHouseholds
    .rowsIn(stored)
    .filter(
      (one) =>
        one.carerRef === carerRef &&
        (isOpen(one, today) ||
          (one.party === 'FOSTERED_CHILD' && one.to !== null && (since === undefined || isOnOrAfter(one.to, since)))),
    )
}

/** Everyone whom the review asks: those of the household, the children placed since the last one, their workers and IROs. */
function contactRows(stored: StoredRows, carerRef: string, today: PlainDate): ContactFact[] {
  const asked = membersAsked(stored, carerRef, today)
  const contactOf = (contactRef: string, role: ContactRole, name: string, how: Partial<ContactFact>): ContactFact => ({
    child: carerRef,
    contactRef,
    role,
    name,
    channel: null,
    email: null,
    phone: null,
    address: null,
    language: null,
    ...how,
    until: null,
  })
  const ofHousehold = asked.flatMap(({ party, person, channel, email, phone, address }) =>
    party === 'FOSTERED_CHILD'
      ? []
      : [
          contactOf(`${party} ${person}`, party === 'CARER' ? 'CARER' : 'OTHER', person, {
            channel,
            email,
            phone,
            address,
          }),
        ],
  )
  const children = placedIn(asked)
  const ofChildren = children.flatMap((child) => [
    ...contacts
      .rowsIn(stored)
      .filter((one) => one.child === child && (one.role === 'CHILD' || one.role === 'SOCIAL_WORKER'))
      .filter(({ until }) => until === null || isAfter(until, today))
      .map((one) => ({ ...one, child: carerRef, contactRef: `${child} ${one.contactRef}`, role: one.role === 'CHILD' ? one.role : ('OTHER' as const) })), // prettier-ignore
    ...allocations
      .rowsIn(stored)
      .filter((one) => one.child === child && isOpen(one, today))
      .flatMap(({ officerId }) => officers.rowsIn(stored).filter((one) => one.officerId === officerId))
      .map(({ officerId, name, email }) => contactOf(`IRO ${officerId}`, 'OTHER', name, { email })),
  ])
  // An IRO may be that of several children.
  return [...new Map([...ofHousehold, ...ofChildren].map((one) => [one.contactRef, one])).values()]
}
