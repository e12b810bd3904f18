import { nothingMoreKnown } from '../../reviews/registers/meetings.ts'
import { lateReasonsSetting } from '../settings.ts'
import { bookingPermissions } from '../permissions.ts'
import type { RegisterReviewKind } from '../../reviews/registers/reviews.ts'
import { type PlainDate, daysBetween, isSameDay } from '../../kernel/dates.ts'
import type { World } from '../../children/domain/world.ts'
import type { Decision, RowsDecided } from '../../registers/app/changeByHand.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import { choicesOf } from '../../participation/domain/choices.ts'
import { groupOf } from '../domain/awaited.ts'
import { nextMeeting, nextNumber } from '../domain/bookings.ts'
import { type TakenTime, whyNotFree } from '../domain/diary.ts'
import { dueOf } from '../domain/plan.ts'
import { isForDuty, lastReviewOf } from '../domain/bookingFor.ts'
import type { BookingProblem } from '../domain/problems.ts'
import { timeAfter } from '../domain/times.ts'
import { type MeetingEntry, type MeetingToBook, isPast, judgeEntry, lateProblems } from './entry.ts'
import { type AskingFrom, type SeenChild, seenChild } from '../../access/app/asking.ts'
import type { BookingDeps } from './ports.ts'
import { type StoredBooking, type Tables, keepingMeeting, keepingMove, keepingReview, newReview } from './tables.ts'
import { changeBookings } from './changeBookings.ts'

/** One child's review to be booked. */
export interface ReviewToBook {
  child: string
  kind: RegisterReviewKind
  /** The reference that the review gets, unless the child has one that was called off and waits to be booked again. */
  reviewRef: string
}

export interface BookTogetherInput extends AskingFrom {
  /** In the order in which they follow each other. */
  reviews: readonly [ReviewToBook, ...ReviewToBook[]]
  /** The first of the meetings; the others follow at once, each as long. */
  entry: MeetingEntry
  /** Why it is late, where it is for any of them. */
  lateReason: string | null
}

/** The references of what was booked, or what is wrong. */
export type Booked = { reviewRefs: readonly string[] } | { problems: readonly BookingProblem[] }

/**
 * Books the reviews of brothers and sisters on one day, one after the other, with one officer; all of them or none.
 * Null where one of the children is not known, or may not be seen.
 */
export type BookTogether = (input: BookTogetherInput) => Promise<Booked | null>

interface Decided extends RowsDecided {
  booked: { reviewRef: string; child: string; wasCalledOff: boolean; world: World }[]
}

interface Candidate extends ReviewToBook, SeenChild {
  due: PlainDate | null
  meeting: MeetingToBook
}

export function makeBookTogether(deps: BookingDeps): BookTogether {
  return async (input) => {
    const seen = await Promise.all(
      input.reviews.map(({ child }) => seenChild(deps, input, bookingPermissions.book, child)),
    )
    const candidates: Candidate[] = []
    const problems: BookingProblem[] = []
    for (const [index, review] of input.reviews.entries()) {
      const child = seen[index]
      if (!child) return null
      const judged = judge(child, review, index, input, deps.today())
      problems.push(...ofChild(index === 0 ? null : review.child, judged.problems, problems))
      if (judged.candidate) candidates.push(judged.candidate)
    }
    const [first] = candidates
    if (problems.length > 0 || !first) return { problems }
    const outcome = await changeBookings<Decided>(deps, input, first.world, {
      what: candidates.length === 1 ? 'booked a review' : `booked ${candidates.length} reviews together`,
      decide: (tables) => decide(candidates, input.lateReason, tables, deps.today()),
      logged: ({ booked }) => ({
        what: `booked ${booked.map(({ reviewRef }) => reviewRef).join(', ')}`,
        children: booked.map(({ child }) => child),
      }),
      // A review that was called off has those who were invited to it.
      told: ({ booked }) => booked.flatMap((one) => (one.wasCalledOff ? [{ ...one, how: 'moved' }] : [])),
    })
    if ('problems' in outcome) return outcome
    return { reviewRefs: outcome.result.booked.map(({ reviewRef }) => reviewRef) }
  }
}

function judge(
  { child, world }: SeenChild,
  review: ReviewToBook,
  index: number,
  { entry, lateReason }: BookTogetherInput,
  today: PlainDate,
): { problems: BookingProblem[]; candidate: Candidate | null } {
  const after = index * (entry.minutes ?? 0)
  const startsAt = entry.startsAt === null ? null : timeAfter(entry.startsAt, after)
  const own = judgeEntry({ ...entry, startsAt }, today, choicesOf(world, child), world.holidays)
  const due = dueOf(world, child, review.kind)
  const late = lateProblems([entry.on], due, lateReason, lateReasonsSetting.of(world.settings))
  const candidate = own.meeting && { ...review, child, world, due, meeting: own.meeting }
  return { problems: [...own.problems, ...late], candidate }
}

/** What is wrong with one of several, beyond what is wrong with the first in the same way. */
const ofChild = (
  child: string | null,
  found: readonly BookingProblem[],
  before: readonly BookingProblem[],
): BookingProblem[] =>
  child === null
    ? [...found]
    : found
        .filter(({ code }) => !before.some((problem) => problem.code === code))
        .map((problem) => ({ code: 'of_another_child', child, problem }))

function decide(
  candidates: readonly Candidate[],
  lateReason: string | null,
  tables: Tables,
  today: PlainDate,
): Decision<BookingProblem, Decided> {
  const diary = tables.diary()
  const taken: TakenTime[] = []
  const rows: RowToKeep[] = []
  const booked: Decided['booked'] = []
  const problems: BookingProblem[] = []
  for (const [index, candidate] of candidates.entries()) {
    const { child, kind, meeting, due } = candidate
    const last = lastReviewOf(candidate.world, child, groupOf[kind])
    const open = tables.ofChild(child).find((booking) => isForDuty(booking, groupOf[kind], last))
    const calledOff = open && isCalledOff(open) ? open : null
    const inTheWay: BookingProblem | null =
      open && !calledOff
        ? { code: 'already_booked', reviewRef: open.review.reviewRef }
        : whyNotFree({ ...diary, taken: [...diary.taken, ...taken] }, meeting.officerId, meeting.time)
    if (inTheWay) {
      problems.push(...ofChild(index === 0 ? null : child, [inTheWay], problems))
      continue
    }
    taken.push({ officerId: meeting.officerId, ...meeting.time })
    const late = isPast(meeting.time.on, due) ? lateReason : null
    rows.push(...rowsOf(candidate, calledOff, late, today))
    const reviewRef = calledOff?.review.reviewRef ?? candidate.reviewRef
    booked.push({ reviewRef, child, wasCalledOff: calledOff !== null, world: candidate.world })
  }
  return problems.length > 0 ? { problems } : { rows, booked }
}

/** Booked once, with no meeting left and none held: it waits to be booked again. */
const isCalledOff = (booking: StoredBooking): boolean => booking.review.heldOn === null && nextMeeting(booking) === null

function rowsOf(
  { reviewRef, child, kind, meeting, due }: Candidate,
  calledOff: StoredBooking | null,
  lateReason: string | null,
  today: PlainDate,
): RowToKeep[] {
  const { on, startsAt, endsAt } = meeting.time
  const row = calledOff?.row ?? newReview(reviewRef, child, kind)
  const before = calledOff?.meetings.at(-1) ?? null
  const isMove = before !== null && !isSameDay(before.on, on)
  const reason = before?.cancelledWhy ?? 'It was called off'
  return [
    keepingReview({
      ...row,
      firstBookedFor: row.firstBookedFor ?? before?.on ?? on,
      bookedFor: on,
      officerId: meeting.officerId,
      lateReason: lateReason,
      ...(isMove && { timesRearranged: (row.timesRearranged ?? 0) + 1, rearrangedReason: reason }),
    }),
    keepingMeeting({
      ...nothingMoreKnown,
      reviewRef: row.reviewRef,
      number: nextNumber(calledOff?.meetings ?? []),
      child,
      on,
      startsAt,
      endsAt,
      officerId: meeting.officerId,
      place: meeting.place,
      format: meeting.format,
      purpose: 'REVIEW',
      status: 'BOOKED',
      whyNotAsChosen: meeting.whyNotAsChosen,
      bookedOn: today,
    }),
    ...(isMove
      ? [
          keepingMove({
            reviewRef: row.reviewRef,
            number: nextNumber(calledOff?.moves ?? []),
            child,
            on: today,
            fromDay: before.on,
            toDay: on,
            askedBy: 'SERVICE',
            reason,
            slackDays: due && daysBetween(on, due),
          }),
        ]
      : []),
  ]
}
