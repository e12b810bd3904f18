import type { Changing } from '../../access/app/changeRecords.ts'
import type { AccessLog } from '../../access/app/ports.ts'
import { PRIVATE_LINK_ID } from '../../access/domain/actor.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { historyOf } from '../../children/domain/world.ts'
import type { PrivateLink, PrivateLinks } from '../../inviting/app/privateLinks.ts'
import { type PlainDate, isAfter } from '../../kernel/dates.ts'
import { contactsOf, isCurrent } from '../../participation/domain/contacts.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import { type Authority, authorityNamed } from '../../platform/authorities.ts'
import { holdRows } from '../../registers/app/changeByHand.ts'
import { type RegisterReviewFact, reviews } from '../../reviews/registers/reviews.ts'
import { recordsOf } from '../../world/world.ts'
import { decisionsOfReview } from '../domain/decisions.ts'
import { readerOf } from '../domain/readers.ts'
import type { Reader } from '../domain/record.ts'
import { type Distribution, sentDocuments } from '../registers/distributions.ts'
import { type Decision, recommendations } from '../registers/recommendations.ts'
import { rowsOfAnswer } from './changeReview.ts'
import { factRegisters } from './factsRows.ts'
import { DECISIONS_ANSWER, type REVIEW_COPY } from './links.ts'

/** What a link opens, before anything of the child is shown. */
export interface ClosedLink {
  authority: Authority
  child: string
  reviewRef: string
  contactRef: string
  /** What it opens, of its purpose. */
  detail: string | null
  /** The last day on which it opens. */
  endsOn: PlainDate | null
}

/** The day and the month of the child’s birthday: a link that is passed on shows nothing without them. */
export interface Birthday {
  day: number
  month: number
}

/** What is read by a link. */
export interface OpenedReview {
  review: RegisterReviewFact
  decisions: readonly Decision[]
}

/** A copy that someone may read: which document, and as which reader. */
export interface OpenedCopy {
  document: Distribution['document']
  reader: Reader
}

/** What is opened after a review without signing in: the manager’s answer, and copies. */
export interface AnswerByLink {
  find: (purpose: typeof DECISIONS_ANSWER | typeof REVIEW_COPY, token: string) => Promise<ClosedLink | null>
  /** Notes that another birthday was typed. A link for which that happens ten times opens nothing any more. */
  miss: (token: string) => Promise<void>
  /** The decisions; null where the birthday is another, or nothing waits for an answer. */
  open: (closed: ClosedLink, birthday: Birthday) => Promise<OpenedReview | null>
  /** Notes the answer, once; false where the birthday is another, or it was answered before. */
  answer: (
    closed: ClosedLink,
    birthday: Birthday,
    answer: { agrees: boolean; reason: string | null },
  ) => Promise<boolean>
  copy: (closed: ClosedLink, birthday: Birthday) => Promise<OpenedCopy | null>
}

export interface AnswerByLinkDeps extends Pick<Changing, 'inOneTransaction' | 'store'> {
  links: PrivateLinks
  worlds: Worlds
  log: Pick<AccessLog, 'note' | 'append'>
  today: () => PlainDate
}

const isDocument = (name: string | null): name is Distribution['document'] =>
  name !== null && Object.hasOwn(sentDocuments, name)

export function makeAnswerByLink({
  links,
  worlds,
  log,
  today,
  inOneTransaction,
  store,
}: AnswerByLinkDeps): AnswerByLink {
  /** The world of the child, where the birthday is right. */
  async function worldOf({ authority, child }: ClosedLink, { day, month }: Birthday) {
    const world = await worlds.ofChild(authority.code, child, today(), null)
    const born = historyOf(world, child)?.record.bornOn
    return born?.day === day && born.month === month ? world : null
  }

  const read = ({ authority, child }: ClosedLink, what: string) =>
    log.append(authority.code, { personId: PRIVATE_LINK_ID, action: 'read', what, children: [child] })

  return {
    find: async (purpose, token) => {
      const link: PrivateLink | null = await links.find(purpose, token)
      if (link?.child == null || link.reviewRef === null || (link.endsOn && isAfter(today(), link.endsOn))) return null
      const { child, reviewRef, contactRef, detail, endsOn } = link
      return { authority: authorityNamed(link.authority), child, reviewRef, contactRef, detail, endsOn }
    },

    miss: (token) => links.miss(token),

    open: async (closed, birthday) => {
      const world = await worldOf(closed, birthday)
      const review = world && recordsOf(world, reviews).find(({ reviewRef }) => reviewRef === closed.reviewRef)
      if (!world || !review?.decisionsOn) return null
      await read(closed, 'read the decisions of a review')
      return { review, decisions: decisionsOfReview(recordsOf(world, recommendations), closed.reviewRef) }
    },

    answer: async (closed, birthday, { agrees, reason }) => {
      if (!(await worldOf(closed, birthday))) return false
      const { authority, child, reviewRef, contactRef } = closed
      const what = 'answered the decisions of a review'
      const outcome = await inOneTransaction<{ problems: readonly object[] }>(authority, async (unit) => {
        const held = await holdRows(store, unit, factRegisters)
        const review = held.rows(reviews).find((one) => one.reviewRef === reviewRef)
        if (!review?.decisionsOn || review.managerRespondedOn) return { problems: [{ code: 'answered_before' }] }
        const rows = rowsOfAnswer(held.rows, review, { on: today(), agrees, reason })
        const problems = held.whyNot(rows)
        if (problems.length > 0) return { problems }
        await held.keep(rows, { what, by: PRIVATE_LINK_ID })
        await links.end(unit, { purpose: DECISIONS_ANSWER, child, reviewRef, contactRef })
        log.note(unit, { personId: PRIVATE_LINK_ID, action: 'change', what, children: [child] })
        return { problems: [] }
      })
      return outcome.problems.length === 0
    },

    copy: async (closed, birthday) => {
      const world = await worldOf(closed, birthday)
      const contact = world && contactsOf(recordsOf(world, contacts), closed.child).find(({ contactRef }) => contactRef === closed.contactRef) // prettier-ignore
      // Who is no longer involved with the child reads nothing more of them.
      if (!contact || !isCurrent(contact, today()) || !isDocument(closed.detail)) return null
      await read(closed, 'read what was written after a review')
      return { document: closed.detail, reader: readerOf(contact.role) }
    },
  }
}
