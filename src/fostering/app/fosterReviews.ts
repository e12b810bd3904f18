import type { Asking, Seeing } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import { type PlainDate, isAfter, isSameDay } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { officers } from '../../officers/registers/officers.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import { type ChangedMeanwhile, demandUnchanged } from '../../registers/version.ts'
import { type Household, householdOf } from '../domain/households.ts'
import { dayOf, membersOf } from '../domain/next.ts'
import { fosteringPermissions } from '../permissions.ts'
import { fosterCarers } from '../registers/fosterCarers.ts'
import { type FosterReviewFact, type FosterReviewKind, fosterReviews } from '../registers/fosterReviews.ts'

/** A review of a household as someone books it; null for what was left out. */
export interface FosterBooking {
  kind: FosterReviewKind | null
  bookedFor: PlainDate | null
  format: FosterReviewFact['format']
  officerId: string | null
  investigationEndedOn: PlainDate | null
}

/** What someone records of a review of a household. */
export interface FosterRecord {
  heldOn: PlainDate | null
  isCancelled: boolean
  format: FosterReviewFact['format']
  officerId: string | null
  childViews: number | null
  recommendation: FosterReviewFact['recommendation']
  investigationEndedOn: PlainDate | null
  decisionOn: PlainDate | null
  noticeOn: PlainDate | null
  lateReason: string | null
}

/** What is wrong with a booking or a record. */
export type FosterReviewProblem =
  | {
      code:
        | 'kind_missing'
        | 'day_missing'
        | 'day_taken'
        | 'held_in_future'
        | 'ended_in_future'
        | 'decided_in_future'
        | 'told_in_future'
        | 'no_such_review'
    }
  | ChangedMeanwhile
  | NotKept

/** Stores nothing unless the list it gives is empty; null where the household is not there for the user. */
export type BookFosterReview = (
  booking: Asking & { carerRef: string; entry: FosterBooking },
) => Promise<readonly FosterReviewProblem[] | null>

/** Records what happened at a review that is known by its day; answers as `BookFosterReview` does. */
export type RecordFosterReview = (
  record: Asking & { carerRef: string; day: PlainDate; entry: FosterRecord; replaces: string },
) => Promise<readonly FosterReviewProblem[] | null>

type Deps = Changing & Seeing

const registers = [fosterReviews, fosterCarers, officers]

/** The household as the user may see it, with the children placed there, whom the log names. */
async function seenHousehold({ seenWorlds, today }: Deps, { by, authority }: Asking, carerRef: string) {
  const world = await seenWorlds(by, fosteringPermissions.manage).onDay(authority.code, today(), null)
  const household: Household | null = householdOf(world, carerRef)
  if (!household) return null
  const placed = membersOf(world, household).now.filter(({ party }) => party === 'FOSTERED_CHILD')
  return { household, children: placed.map(({ person }) => person) }
}

export const makeBookFosterReview =
  (deps: Deps): BookFosterReview =>
  async ({ carerRef, entry, ...asking }) => {
    const seen = await seenHousehold(deps, asking, carerRef)
    if (!seen) return null
    const what = 'booked a fostering review'
    return keepRecords<FosterReviewProblem>(deps, asking, {
      what,
      registers,
      logged: () => ({ what, children: seen.children }),
      decide: (rows) => {
        const { kind, bookedFor } = entry
        const problems = bookingProblems(entry, deps.today())
        if (problems.length > 0 || kind === null || bookedFor === null) return { problems }
        const isTaken = rows(fosterReviews).some(
          (one) =>
            one.carerRef === carerRef && one.status !== 'CANCELLED' && isSameDay(dayOf(one) ?? bookedFor, bookedFor),
        )
        if (isTaken) return { problems: [{ code: 'day_taken' }] }
        return { rows: [keeping(fosterReviews, { ...blank, ...entry, carerRef, kind, bookedFor, status: 'PLANNED' })] }
      },
    })
  }

export const makeRecordFosterReview =
  (deps: Deps): RecordFosterReview =>
  async ({ carerRef, day, entry, replaces, ...asking }) => {
    const seen = await seenHousehold(deps, asking, carerRef)
    if (!seen) return null
    const what = entry.isCancelled ? 'cancelled a fostering review' : 'recorded a fostering review'
    return keepRecords<FosterReviewProblem>(deps, asking, {
      what,
      registers,
      logged: () => ({ what, children: seen.children }),
      decide: (rows) => {
        const before = rows(fosterReviews).find((one) => one.carerRef === carerRef && isSameDay(dayOf(one) ?? day, day))
        if (!before) return { problems: [{ code: 'no_such_review' }] }
        const { isCancelled, format, officerId, childViews, recommendation, lateReason } = entry
        const { investigationEndedOn, decisionOn, noticeOn } = entry
        // The day on which a review was held tells it from others: once recorded it stays.
        const heldOn = before.heldOn ?? entry.heldOn
        const problems: FosterReviewProblem[] = [
          ...demandUnchanged(replaces, before),
          ...(isCancelled ? [] : recordProblems({ ...entry, heldOn }, deps.today())),
        ]
        if (problems.length > 0) return { problems }
        if (isCancelled) return { rows: [keeping(fosterReviews, { ...before, status: 'CANCELLED' })] }
        const said = { format, officerId, childViews, recommendation, lateReason }
        const dates = { heldOn, investigationEndedOn, decisionOn, noticeOn }
        const status = heldOn === null ? before.status : 'HELD'
        return { rows: [keeping(fosterReviews, { ...before, ...said, ...dates, status })] }
      },
    })
  }

const blank = {
  heldOn: null,
  childViews: null,
  recommendation: null,
  decisionOn: null,
  noticeOn: null,
  lateReason: null,
}

const bookingProblems = (entry: FosterBooking, today: PlainDate): FosterReviewProblem[] => [
  ...(entry.kind === null ? [{ code: 'kind_missing' } as const] : []),
  ...(entry.bookedFor === null ? [{ code: 'day_missing' } as const] : []),
  ...inFuture(entry.investigationEndedOn, today, 'ended_in_future'),
]

const recordProblems = (entry: FosterRecord, today: PlainDate): FosterReviewProblem[] => [
  ...inFuture(entry.heldOn, today, 'held_in_future'),
  ...inFuture(entry.investigationEndedOn, today, 'ended_in_future'),
  ...inFuture(entry.decisionOn, today, 'decided_in_future'),
  ...inFuture(entry.noticeOn, today, 'told_in_future'),
]

const inFuture = <Code extends string>(day: PlainDate | null, today: PlainDate, code: Code) =>
  day && isAfter(day, today) ? [{ code }] : []
