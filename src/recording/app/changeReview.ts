import { type Asking, type AskingFrom, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, changeRecords } from '../../access/app/changeRecords.ts'
import type { World } from '../../children/domain/world.ts'
import type { Permission } from '../../house/permission.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { officers } from '../../officers/registers/officers.ts'
import { currentContacts } from '../../participation/domain/contacts.ts'
import type { ContactFact } from '../../participation/registers/contacts.ts'
import type { Unit } from '../../platform/unitOfWork.ts'
import { type Rows, keeping } from '../../registers/app/changeByHand.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import type { ChangedMeanwhile } from '../../registers/version.ts'
import { type RegisterReviewFact, reviews } from '../../reviews/registers/reviews.ts'
import { carriedInto, decisionsOfReview, isUnfinished } from '../domain/decisions.ts'
import type { ReviewFacts } from '../domain/facts.ts'
import { recordingPermissions } from '../permissions.ts'
import { type Distribution, distributions } from '../registers/distributions.ts'
import { type Decision, decisionName, recommendations } from '../registers/recommendations.ts'
import { blankDetails, reviewDetails } from '../registers/reviewDetails.ts'
import { factRegisters, factsOf, factsSeen, rowsOfFacts } from './factsRows.ts'
import type { TeamManager, Telling } from './telling.ts'

/** What is wrong with what someone records after a review. */
export type RecordingProblem =
  | {
      code:
        | 'not_held' | 'no_decision' | 'no_decisions' | 'issued_before' | 'not_issued' | 'nobody' | 'reason_missing'
        | 'nothing_to_carry' | 'not_ready'
    }
  | { code: 'unfinished'; number: number }
  | ChangedMeanwhile
  | NotKept // prettier-ignore

/** A decision as someone writes it. */
export type DecisionEntry = Pick<
  Decision,
  | 'text'
  | 'responsible'
  | 'dueOn'
  | 'urgent'
  | 'childWords'
  | 'easyWords'
  | 'forChild'
  | 'whyNotForChild'
  | 'completedOn'
>

/** Whose review, and which. */
export interface OfReview extends Asking {
  child: string
  reviewRef: string
}

/** Gives what is wrong, and stores nothing then; null where the child is not there for the user. */
type Answer = Promise<readonly RecordingProblem[] | null>

/** What someone is sent of what was written after a review. */
export type Sent = Pick<Distribution, 'document' | 'recipient' | 'medium' | 'leftOut' | 'whyLeftOut'>

/** What is recorded after a review, by those who write it and those who answer. */
export interface ChangeReview {
  /** Keeps what was found at the review; `seen`: what the page showed of it, by `factsSeen`. */
  recordFacts: (change: OfReview & { facts: ReviewFacts; seen: string }) => Answer
  /** Writes a decision, in place of the one of this number; a new one where null. */
  writeDecision: (change: OfReview & { number: number | null; entry: DecisionEntry }) => Answer
  /** Judges a decision of an earlier review at this one; where it is carried forward, this one goes on with it. */
  judgeDecision: (
    change: OfReview & { of: string; number: number; outcome: Decision['outcome']; isCarried: boolean },
  ) => Answer
  /** Issues the decisions: each must say who does it by when. People are told: the manager by a link to answer. */
  issueDecisions: (change: OfReview & AskingFrom & { manager: TeamManager | null; page: string }) => Answer
  /** The manager’s answer to the decisions. Who does not agree says why. */
  answerDecisions: (change: OfReview & { agrees: boolean; reason: string | null }) => Answer
  /** Notes who was sent what, and sends links to those who are told by one; with the record, the day on which it was sent out. */
  distribute: (change: OfReview & AskingFrom & { sent: readonly Sent[] }) => Answer
}

/** What a change decides on: the review as its rows stand, and the world as the user may see it. */
interface ReviewToChange {
  world: World
  review: RegisterReviewFact
  rows: Rows
}

const registers = [...factRegisters, recommendations, distributions, officers]

/** What was sent by an email or a text message comes as a link: the words of a review stand in neither. */
const isByLink = ({ medium }: Sent): boolean => medium === 'EMAIL' || medium === 'TEXT_LINK'

/** What is recorded after reviews, on a day. */
export function makeChangeReview(deps: Changing & Seeing & { telling: Telling }): ChangeReview {
  const { telling } = deps
  const change = async (
    of: OfReview,
    what: string,
    permission: Permission,
    decide: (stands: ReviewToChange) => readonly RowToKeep[] | RecordingProblem,
    tell: (unit: Unit, world: World) => Promise<void> = () => Promise.resolve(),
  ): Answer => {
    const { child, reviewRef, ...asking } = of
    const seen = await seenChild(deps, asking, permission, child)
    if (seen === null) return null
    const outcome = await changeRecords<RecordingProblem, { rows: readonly RowToKeep[] }, null>(deps, asking, {
      what,
      registers,
      logged: () => ({ what, children: [child] }),
      decide: (rows) => {
        const review = rows(reviews).find((one) => one.reviewRef === reviewRef && one.child === child)
        if (review?.status !== 'HELD') return { problems: [{ code: 'not_held' }] }
        const decided = decide({ world: seen.world, review, rows })
        return 'code' in decided ? { problems: [decided] } : { rows: decided }
      },
      tell: async (unit) => {
        await tell(unit, seen.world)
        return null
      },
    })
    return 'problems' in outcome ? outcome.problems : []
  }
  const keepReview = (review: RegisterReviewFact, more: Partial<RegisterReviewFact>) => [keeping(reviews, { ...review, ...more })] // prettier-ignore
  const nextNumber = (own: readonly Decision[]): number => Math.max(0, ...own.map(({ number }) => number)) + 1

  return {
    recordFacts: ({ facts, seen, ...of }) =>
      change(of, 'recorded what was found at a review', recordingPermissions.write, ({ review, rows }) =>
        factsSeen(factsOf(rows, review)) === seen ? rowsOfFacts(rows, review, facts) : { code: 'changed_meanwhile' },
      ),

    writeDecision: ({ number, entry, ...of }) =>
      change(of, 'wrote a decision of a review', recordingPermissions.write, ({ rows }) => {
        const own = decisionsOfReview(rows(recommendations), of.reviewRef)
        const before = own.find((one) => one.number === number)
        if (number !== null && !before) return { code: 'no_decision' }
        const unreported = { reported: null, reportedOn: null, reportedBy: null, evidence: null }
        const blank = { outcome: null, lookedAtIn: null, carriedFrom: null, ...unreported }
        return [keeping(recommendations, { ...blank, ...before, ...entry, reviewRef: of.reviewRef, number: number ?? nextNumber(own) })] // prettier-ignore
      }),

    judgeDecision: ({ of: ref, number, outcome, isCarried, ...of }) =>
      change(of, 'judged an earlier decision', recordingPermissions.write, ({ rows }) => {
        const all = rows(recommendations)
        const before = decisionsOfReview(all, ref).find((one) => one.number === number)
        if (!before) return { code: 'no_decision' }
        const judged = keeping(recommendations, { ...before, outcome, lookedAtIn: outcome && of.reviewRef })
        if (!isCarried || carriedInto(before, of.reviewRef, all)) return [judged]
        if (outcome === null || outcome === 'DONE' || outcome === 'NO_LONGER_NEEDED') return { code: 'nothing_to_carry' } // prettier-ignore
        // It needs another date: without one the decisions are not issued.
        const next: Decision = {
          ...before,
          reviewRef: of.reviewRef,
          number: nextNumber(decisionsOfReview(all, of.reviewRef)),
          dueOn: null,
          completedOn: null,
          outcome: null,
          lookedAtIn: null,
          carriedFrom: decisionName(before),
          reported: null,
          reportedOn: null,
          reportedBy: null,
          evidence: null,
        }
        return [judged, keeping(recommendations, next)]
      }),

    issueDecisions: ({ manager, page, ...of }) =>
      change(
        of,
        'issued the decisions of a review',
        recordingPermissions.write,
        ({ review, rows }) => {
          if (review.decisionsOn) return { code: 'issued_before' }
          const own = decisionsOfReview(rows(recommendations), of.reviewRef)
          if (own.length === 0) return { code: 'no_decisions' }
          const unfinished = own.find(isUnfinished)
          if (unfinished) return { code: 'unfinished', number: unfinished.number }
          return keepReview(review, { decisionsOn: deps.today() })
        },
        (unit, world) => telling.issued(unit, { ...of, world }, manager, page),
      ),

    answerDecisions: ({ agrees, reason, ...of }) =>
      change(of, 'answered the decisions of a review', recordingPermissions.answer, ({ review, rows }) => {
        if (!review.decisionsOn) return { code: 'not_issued' }
        if (!agrees && reason === null) return { code: 'reason_missing' }
        return rowsOfAnswer(rows, review, { on: deps.today(), agrees, reason })
      }),

    distribute: ({ sent, ...of }) =>
      change(
        of,
        'sent out what is written after a review',
        recordingPermissions.write,
        ({ review }) => {
          if (sent.length === 0) return { code: 'nobody' }
          if (sent.some(({ document }) => !isReady(review, document))) return { code: 'not_ready' }
          const sentOn: PlainDate = deps.today()
          const rows = sent.map((one) => keeping(distributions, { ...one, reviewRef: of.reviewRef, sentOn }))
          const isOfRecord = sent.some(({ document }) => document === 'RECORD')
          return isOfRecord && !review.distributedOn ? [...rows, ...keepReview(review, { distributedOn: sentOn })] : rows // prettier-ignore
        },
        async (unit, world) => {
          const around = currentContacts(world, of.child, deps.today())
          for (const [document, some] of Map.groupBy(sent.filter(isByLink), (one) => one.document)) {
            const to = some.flatMap(({ recipient }): ContactFact[] => around.filter(({ contactRef }) => contactRef === recipient)) // prettier-ignore
            await telling.copies(unit, { ...of, world }, document, to)
          }
        },
      ),
  }
}

/** Whether a document is finished, so that it may be sent: nothing leaves before the IRO has issued or approved it. */
export function isReady(review: RegisterReviewFact, document: Distribution['document']): boolean {
  switch (document) {
    case 'DECISIONS':
      return review.decisionsOn !== null
    case 'RECORD':
      return review.recordOn !== null
    case 'CHILD_LETTER':
      return review.childLetterOn !== null
    case 'EASY_READ':
      // The register has no day of its own for it: whether it is approved, its document says.
      return true
  }
}

/** The rows of a manager’s answer. */
export function rowsOfAnswer(
  rows: Rows,
  review: RegisterReviewFact,
  { on, agrees, reason }: { on: PlainDate; agrees: boolean; reason: string | null },
): RowToKeep[] {
  const { reviewRef } = review
  const before = rows(reviewDetails).find((one) => one.reviewRef === reviewRef)
  const answered = keeping(reviews, { ...review, managerRespondedOn: on, managerAgreed: agrees })
  if (agrees && !before?.managerReason) return [answered]
  return [answered, keeping(reviewDetails, { ...(before ?? blankDetails(reviewRef)), managerReason: agrees ? null : reason })] // prettier-ignore
}
