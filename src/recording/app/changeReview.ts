import { type Asking, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import type { Permission } from '../../house/permission.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { type Rows, keeping } from '../../registers/app/changeByHand.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import { type RegisterReviewFact, reviews } from '../../reviews/registers/reviews.ts'
import { decisionsOfReview } from '../domain/decisions.ts'
import { recordingPermissions } from '../permissions.ts'
import { type Distribution, distributions } from '../registers/distributions.ts'
import { type Decision, recommendations } from '../registers/recommendations.ts'

/** What is wrong with what someone records after a review. */
export type RecordingProblem =
  | { code: 'not_held' | 'no_decision' | 'no_decisions' | 'issued_before' | 'not_issued' | 'nobody' }
  | { code: 'unfinished'; number: number }
  | NotKept

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

/** What is recorded after a review, by those who write it and those who answer. */
export interface ChangeReview {
  /** Writes a decision, in place of the one of this number; a new one where null. */
  writeDecision: (change: OfReview & { number: number | null; entry: DecisionEntry }) => Answer
  /** Judges a decision of an earlier review at this one. */
  judgeDecision: (change: OfReview & { of: string; number: number; outcome: Decision['outcome'] }) => Answer
  /** Sends the decisions: each must say who does it by when. */
  issueDecisions: (change: OfReview) => Answer
  /** The manager’s answer to the decisions. */
  answerDecisions: (change: OfReview & { agrees: boolean }) => Answer
  /** Notes who was sent what; with the record, the day on which it was sent out. */
  distribute: (
    change: OfReview & {
      sent: readonly Pick<Distribution, 'document' | 'recipient' | 'medium' | 'leftOut' | 'whyLeftOut'>[]
    },
  ) => Answer
}

/** What is recorded after reviews, on a day. */
export function makeChangeReview(deps: Changing & Seeing): ChangeReview {
  const change = async (
    { child, reviewRef, ...asking }: OfReview,
    what: string,
    permission: Permission,
    decide: (review: RegisterReviewFact, rows: Rows) => readonly RowToKeep[] | RecordingProblem,
  ): Answer => {
    if ((await seenChild(deps, asking, permission, child)) === null) return null
    return keepRecords<RecordingProblem>(deps, asking, {
      what,
      registers: [reviews, recommendations, distributions],
      logged: () => ({ what, children: [child] }),
      decide: (rows) => {
        const review = rows(reviews).find((one) => one.reviewRef === reviewRef && one.child === child)
        if (review?.status !== 'HELD') return { problems: [{ code: 'not_held' }] }
        const decided = decide(review, rows)
        return 'code' in decided ? { problems: [decided] } : { rows: decided }
      },
    })
  }
  const keepReview = (review: RegisterReviewFact, more: Partial<RegisterReviewFact>) => [keeping(reviews, { ...review, ...more })] // prettier-ignore
  return {
    writeDecision: ({ number, entry, ...of }) =>
      change(of, 'wrote a decision of a review', recordingPermissions.write, (_review, rows) => {
        const own = decisionsOfReview(rows(recommendations), of.reviewRef)
        const before = own.find((one) => one.number === number)
        if (number !== null && !before) return { code: 'no_decision' }
        const next = Math.max(0, ...own.map((one) => one.number)) + 1
        const unreported = { reported: null, reportedOn: null, reportedBy: null, evidence: null }
        const blank = { outcome: null, lookedAtIn: null, carriedFrom: null, ...unreported }
        return [keeping(recommendations, { ...blank, ...before, ...entry, reviewRef: of.reviewRef, number: number ?? next })] // prettier-ignore
      }),
    judgeDecision: ({ of: ref, number, outcome, ...of }) =>
      change(of, 'judged an earlier decision', recordingPermissions.write, (_review, rows) => {
        const before = decisionsOfReview(rows(recommendations), ref).find((one) => one.number === number)
        if (!before) return { code: 'no_decision' }
        return [keeping(recommendations, { ...before, outcome, lookedAtIn: outcome && of.reviewRef })]
      }),
    issueDecisions: (of) =>
      change(of, 'sent the decisions of a review', recordingPermissions.write, (review, rows) => {
        if (review.decisionsOn) return { code: 'issued_before' }
        const own = decisionsOfReview(rows(recommendations), of.reviewRef)
        if (own.length === 0) return { code: 'no_decisions' }
        const unfinished = own.find(({ dueOn, responsible }) => !dueOn || responsible.trim() === '')
        if (unfinished) return { code: 'unfinished', number: unfinished.number }
        return keepReview(review, { decisionsOn: deps.today() })
      }),
    answerDecisions: ({ agrees, ...of }) =>
      change(of, 'answered the decisions of a review', recordingPermissions.answer, (review) =>
        review.decisionsOn
          ? keepReview(review, { managerRespondedOn: deps.today(), managerAgreed: agrees })
          : { code: 'not_issued' },
      ),
    distribute: ({ sent, ...of }) =>
      change(of, 'sent out what is written after a review', recordingPermissions.write, (review) => {
        if (sent.length === 0) return { code: 'nobody' }
        const sentOn: PlainDate = deps.today()
        const rows = sent.map((one) => keeping(distributions, { ...one, reviewRef: of.reviewRef, sentOn }))
        const isOfRecord = sent.some(({ document }) => document === 'RECORD')
        return isOfRecord && !review.distributedOn ? [...rows, ...keepReview(review, { distributedOn: sentOn })] : rows
      }),
  }
}
