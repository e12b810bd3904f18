import type { World } from '../../children/domain/world.ts'
import { type PlainDate, compareDates, isOnOrBefore, isSameDay } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { type RegisterReviewFact, reviews } from '../../reviews/registers/reviews.ts'
import type { Message } from '../../messages/domain/message.ts'
import { reachOf } from '../../participation/domain/contacts.ts'
import type { ContactFact } from '../../participation/registers/contacts.ts'
import { recordsOf } from '../../world/world.ts'
import { consultingKinds } from '../messageKinds.ts'
import { partyOf } from './parties.ts'
import { type ConsultationFact, type Party, consultations } from '../registers/consultations.ts'

/** A form sent before a review, as it is known on a day: what happened later is not seen. */
export interface Asked extends ConsultationFact {
  review: RegisterReviewFact
}

const byReference = rememberedFor(
  (rows: readonly RegisterReviewFact[]) => new Map(rows.map((review) => [review.reviewRef, review])),
)

const byReview = rememberedFor((rows: readonly ConsultationFact[]) => Map.groupBy(rows, ({ reviewRef }) => reviewRef))

/** The forms sent by the day of the world, with their reviews, in order of the day on which they were sent. */
export const askedIn = rememberedFor((world: World): readonly Asked[] => {
  const reviewOf = byReference(recordsOf(world, reviews))
  return recordsOf(world, consultations)
    .flatMap((form) => {
      const review = reviewOf.get(form.reviewRef)
      return review && isOnOrBefore(form.sentOn, world.asAt) ? [{ ...form, ...asAt(form, world.asAt), review }] : []
    })
    .sort((a, b) => compareDates(a.sentOn, b.sentOn))
})

const asAt = ({ returnedOn, medium }: ConsultationFact, day: PlainDate) =>
  returnedOn && isOnOrBefore(returnedOn, day) ? { returnedOn, medium } : { returnedOn: null, medium: null }

/** The forms of a review, in the order in which they were sent, whatever the day. */
export const formsOfReview = (world: World, reviewRef: string): ConsultationFact[] =>
  (byReview(recordsOf(world, consultations)).get(reviewRef) ?? []).toSorted((a, b) => compareDates(a.sentOn, b.sentOn))

/** The day on which a party was first asked before a review, by the day of the world; null where it was not. */
export const firstAskedOn = (world: World, reviewRef: string, party: Party): PlainDate | null =>
  formsOfReview(world, reviewRef).find((form) => form.party === party && isOnOrBefore(form.sentOn, world.asAt))
    ?.sentOn ?? null

/** The rows that say that these contacts were asked on a day: one a party, as it stands where it was asked that day before. */
export function rowsAsked(
  rows: readonly ConsultationFact[],
  reviewRef: string,
  asked: readonly Pick<ContactFact, 'role' | 'channel' | 'email' | 'phone' | 'address'>[],
  on: PlainDate,
): ConsultationFact[] {
  return [...Map.groupBy(asked, ({ role }) => partyOf(role))].map(([party, contacts]) => {
    const known = rows.find((row) => row.reviewRef === reviewRef && row.party === party && isSameDay(row.sentOn, on))
    const medium = contacts.some((contact) => reachOf(contact).isKnown) ? 'ONLINE' : 'PAPER'
    return known ?? { reviewRef, party, sentOn: on, returnedOn: null, medium }
  })
}

/** Whether the contact was sent a form by a message, or reminded in the place of one that had not gone yet. */
export const wasAsked = (messages: readonly Pick<Message, 'kind' | 'contactRef' | 'state'>[], contactRef: string): boolean =>
  messages.some((one) => one.contactRef === contactRef && [consultingKinds.consultation.id, consultingKinds.consultation_reminder.id].some((id) => id === one.kind) && one.state !== 'withdrawn') // prettier-ignore

/** Whether the contact was reminded: that happens once. */
export const wasReminded = (messages: readonly Pick<Message, 'kind' | 'contactRef'>[], contactRef: string): boolean =>
  messages.some((one) => one.contactRef === contactRef && one.kind === consultingKinds.consultation_reminder.id)

/** Who has answered: those with a document of theirs, and the parties whose answer came otherwise than by a link. */
export const hasAnswered = (
  { contactRef, role }: Pick<ContactFact, 'contactRef' | 'role'>,
  rows: readonly ConsultationFact[],
  reviewRef: string,
  answered: ReadonlySet<string>,
): boolean =>
  answered.has(contactRef) ||
  rows.some(
    (row) =>
      row.reviewRef === reviewRef && row.party === partyOf(role) && row.returnedOn !== null && row.medium !== 'ONLINE',
  )

/** Whether the contact was asked, has not answered and was not reminded. `answered`: the contacts with answers kept. */
export const isToBeReminded = (
  contact: Pick<ContactFact, 'contactRef' | 'role'>,
  rows: readonly ConsultationFact[],
  reviewRef: string,
  { messages, answered }: { messages: readonly Message[]; answered: ReadonlySet<string> },
): boolean =>
  wasAsked(messages, contact.contactRef) &&
  !wasReminded(messages, contact.contactRef) &&
  !hasAnswered(contact, rows, reviewRef, answered)

/** The parties that have not answered and were not asked by a message of ours, so that nobody of them can be reminded. */
export const partiesBeyondReminding = (
  forms: readonly ConsultationFact[],
  people: readonly Pick<ContactFact, 'contactRef' | 'role'>[],
  messages: readonly Message[],
): Party[] => {
  const silent = forms.flatMap(({ party, returnedOn }) => (returnedOn === null ? [party] : []))
  const isWritten = (party: Party) =>
    people.some(({ contactRef, role }) => partyOf(role) === party && wasAsked(messages, contactRef))
  return [...new Set(silent)].filter((party) => !isWritten(party))
}
