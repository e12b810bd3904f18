import { type Asking, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import { type PlainDate, isAfter, isSameDay } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { officers } from '../../officers/registers/officers.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import { type RegisterReviewFact, reviews } from '../../reviews/registers/reviews.ts'
import { whyMeetingNeeded } from '../domain/withoutMeeting.ts'
import { recordingPermissions } from '../permissions.ts'
import { blankDetails, reviewDetails } from '../registers/reviewDetails.ts'

/** What is wrong with a review without a meeting. */
export type WithoutMeetingProblem =
  | { code: 'day_missing' | 'day_in_future' | 'reason_missing' | 'held_on_that_day' | 'booked' }
  | { code: 'not_allowed'; why: string }
  | NotKept

/** A review that is held without people meeting. */
export interface WithoutMeetingInput extends Asking {
  child: string
  heldOn: PlainDate | null
  /** Why no meeting is needed, and what the child said of it. */
  why: string | null
}

/**
 * Records a review that was held without a meeting, where the law allows it (CLK-REV-11). Gives its reference, or what is
 * wrong; null where the child is not there for the user.
 */
export type RecordWithoutMeeting = (
  input: WithoutMeetingInput,
) => Promise<{ reviewRef: string } | { problems: readonly WithoutMeetingProblem[] } | null>

export const makeWithoutMeeting =
  (deps: Changing & Seeing & { newReviewRef: () => string }): RecordWithoutMeeting =>
  async (input) => {
    const { child, heldOn, why } = input
    const seen = await seenChild(deps, input, recordingPermissions.write, child)
    if (!seen) return null
    if (heldOn === null) return { problems: [{ code: 'day_missing' }] }
    if (isAfter(heldOn, deps.today())) return { problems: [{ code: 'day_in_future' }] }
    const needed = whyMeetingNeeded(seen.world, child, heldOn)
    if (needed !== null) return { problems: [{ code: 'not_allowed', why: needed }] }
    if (why === null) return { problems: [{ code: 'reason_missing' }] }
    const newRef = deps.newReviewRef()
    let reviewRef = newRef
    const what = 'recorded a review without a meeting'
    const problems = await keepRecords<WithoutMeetingProblem>(deps, input, {
      what,
      registers: [reviews, reviewDetails, officers],
      logged: () => ({ what, children: [child] }),
      decide: (rows) => {
        const own = rows(reviews).filter((review) => review.child === child)
        if (own.some((review) => review.status === 'HELD' && review.heldOn && isSameDay(review.heldOn, heldOn)))
          return { problems: [{ code: 'held_on_that_day' }] }
        const planned = own.find(({ status, kind }) => status === 'PLANNED' && (kind === 'CLA' || kind === 'ADOPTION'))
        if (planned?.bookedFor) return { problems: [{ code: 'booked' }] }
        reviewRef = planned?.reviewRef ?? newRef
        const review: RegisterReviewFact =
          planned ?? reviews.read({ review_ref: newRef, child, kind: 'CLA', status: 'PLANNED' })
        const officerId = review.officerId ?? (rows(officers).find((one) => one.officerId === input.by.officerId)?.officerId ?? null) // prettier-ignore
        return {
          rows: [
            keeping(reviews, { ...review, status: 'HELD', heldOn, officerId }),
            keeping(reviewDetails, { ...blankDetails(reviewRef), mode: 'NO_MEETING', whyNoMeeting: why }),
          ],
        }
      },
    })
    return problems.length > 0 ? { problems } : { reviewRef }
  }
