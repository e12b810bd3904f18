import type { ReadKind } from '../../inviting/app/readByLink.ts'
import type { ReplyKind } from '../../inviting/app/replies.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { contactsOf, isCurrent } from '../../participation/domain/contacts.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import { type RegisterReviewFact, reviews } from '../../reviews/registers/reviews.ts'
import { recordsOf } from '../../world/world.ts'
import { decisionsOfReview } from '../domain/decisions.ts'
import { readerOf } from '../domain/readers.ts'
import type { Reader } from '../domain/record.ts'
import { type Distribution, sentDocuments } from '../registers/distributions.ts'
import { type Decision, recommendations } from '../registers/recommendations.ts'
import { rowsOfAnswer } from './changeReview.ts'
import { factRegisters } from './factsRows.ts'

/** The decisions of a review, as the person who answers for the team reads them. */
export interface DecisionsToAnswer {
  review: RegisterReviewFact
  decisions: readonly Decision[]
  /** The last day on which the answer counts. */
  until: PlainDate | null
}

/** What the manager says to the decisions. */
export interface ManagersAnswer {
  agrees: boolean
  /** Why not; null where they agree. */
  reason: string | null
}

const isToAnswer = ({ decisionsOn, managerRespondedOn }: RegisterReviewFact): boolean =>
  decisionsOn !== null && managerRespondedOn === null

/** A team manager’s answer to the decisions of a review, by link: once, within the limit. */
export const managersAnswer: ReplyKind<DecisionsToAnswer, ManagersAnswer> = {
  purpose: 'decisions_answer',
  what: 'answered the decisions of a review',
  read: 'read the decisions of a review',
  registers: factRegisters,
  shown: (world, { child, reviewRef, endsOn }) => {
    const review = recordsOf(world, reviews).find((one) => one.reviewRef === reviewRef && one.child === child)
    if (!review || !isToAnswer(review)) return null
    return { review, decisions: decisionsOfReview(recordsOf(world, recommendations), review.reviewRef), until: endsOn }
  },
  children: ({ review }) => [review.child],
  rows: (rows, { child, reviewRef }, { agrees, reason }, today) => {
    const review = rows(reviews).find((one) => one.reviewRef === reviewRef && one.child === child)
    return review && isToAnswer(review) ? rowsOfAnswer(rows, review, { on: today, agrees, reason }) : null
  },
}

/** A copy that someone may read: which document of which review, and as which reader. */
export interface CopyToRead {
  child: string
  reviewRef: string
  document: Distribution['document']
  reader: Reader
}

const isDocument = (name: string | null): name is Distribution['document'] =>
  name !== null && Object.hasOwn(sentDocuments, name)

/** A copy of what was written after a review, which someone reads by a link of their own. */
export const reviewCopy: ReadKind<CopyToRead> = {
  purpose: 'review_copy',
  read: 'read what was written after a review',
  shown: (world, { child, reviewRef, contactRef, detail }) => {
    const review = recordsOf(world, reviews).find((one) => one.reviewRef === reviewRef && one.child === child)
    if (!review || !isDocument(detail)) return null
    const contact = contactsOf(recordsOf(world, contacts), review.child).find((one) => one.contactRef === contactRef)
    // Who is no longer involved with the child reads nothing more of them.
    if (!contact || !isCurrent(contact, world.asAt)) return null
    return { child: review.child, reviewRef: review.reviewRef, document: detail, reader: readerOf(contact.role) }
  },
  children: ({ child }) => [child],
  isOfService: (world, { child, contactRef }) =>
    recordsOf(world, contacts).some(
      (one) => one.child === child && one.contactRef === contactRef && readerOf(one.role) === 'service',
    ),
}
