import type { Asking, AskingFrom, Seeing } from '../../access/app/asking.ts'
import { type Changing, changeRecords, keepRecords } from '../../access/app/changeRecords.ts'
import { type MeetingEntry, judgeEntry, lateProblems } from '../../booking/app/entry.ts'
import type { Told } from '../../booking/app/ports.ts'
import { takenBy, whyNotFree } from '../../booking/domain/diary.ts'
import type { BookingProblem } from '../../booking/domain/problems.ts'
import { lateReasonsSetting } from '../../booking/settings.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, isAfter, isSameDay } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { absences } from '../../officers/registers/absences.ts'
import { officers } from '../../officers/registers/officers.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import { type ChangedMeanwhile, demandUnchanged } from '../../registers/version.ts'
import { meetings } from '../../reviews/registers/meetings.ts'
import { bookingSetting } from '../../reviews/settings.ts'
import { type Household, householdOf } from '../domain/households.ts'
import { dayOf, membersOf, nextReview, openOf } from '../domain/next.ts'
import { takenForHouseholds } from '../domain/times.ts'
import { fosteringPermissions } from '../permissions.ts'
import type { StoredRows } from '../../registers/register.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import { withHousehold } from '../domain/asSubject.ts'
import { fosterHouseholds } from '../registers/fosterHouseholds.ts'
import { fosterCarers } from '../registers/fosterCarers.ts'
import { type FosterReviewFact, type FosterReviewKind, fosterReviews } from '../registers/fosterReviews.ts'

/** A review of a household as someone books it; null for what was left out. */
export interface FosterBooking {
  kind: FosterReviewKind | null
  /** When, where, how and with whom: what every review’s meeting is booked with. */
  entry: MeetingEntry
  lateReason: string | null
  investigationEndedOn: PlainDate | null
  /** It has been held already, on the day of the entry: nobody's time is looked at. */
  wasHeld: boolean
  /** The day of the planned review in whose place it is; null for another one. */
  insteadOf: PlainDate | null
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
  booking: AskingFrom & { carerRef: string; booking: FosterBooking },
) => Promise<readonly (FosterReviewProblem | BookingProblem)[] | null>

/** Records what happened at a review that is known by its day; answers as `BookFosterReview` does. */
export type RecordFosterReview = (
  record: AskingFrom & { carerRef: string; day: PlainDate; entry: FosterRecord; replaces: string },
) => Promise<readonly FosterReviewProblem[] | null>

/** `told`: how those who were invited hear of a change. */
type Deps = Changing & Seeing & { newRef: () => string; told: Told }

/** The household as the user may see it, with the children placed there, whom the log names. */
async function seenHousehold({ seenWorlds, today }: Seeing, { by, authority }: Asking, carerRef: string) {
  const world = await seenWorlds(by, fosteringPermissions.manage).onDay(authority.code, today(), null)
  const household: Household | null = householdOf(world, carerRef)
  if (!household) return null
  const placed = membersOf(world, household).now.filter(({ party }) => party === 'FOSTERED_CHILD')
  return { world, household, children: placed.map(({ person }) => person) }
}

/** The review of a household whose day this is, those that were cancelled aside. */
const reviewOn = (rows: readonly FosterReviewFact[], carerRef: string, day: PlainDate): FosterReviewFact | undefined =>
  rows.find((one) => one.carerRef === carerRef && one.status !== 'CANCELLED' && isSameDay(dayOf(one) ?? day, day) && dayOf(one) !== null) // prettier-ignore

export const makeBookFosterReview =
  (deps: Deps): BookFosterReview =>
  async ({ carerRef, booking, ...asking }) => {
    const seen = await seenHousehold(deps, asking, carerRef)
    if (!seen) return null
    const { world } = seen
    const { wasHeld, insteadOf, kind } = booking
    const what = wasHeld
      ? 'recorded a fostering review'
      : insteadOf
        ? 'moved a fostering review'
        : 'booked a fostering review'
    const own = ownProblems(booking, deps.today())
    const due = nextReview(openOf(world, seen.household))?.due ?? null
    const minutes = bookingSetting.of(world.settings).meetingMinutes
    const outcome = await changeRecords<FosterReviewProblem | BookingProblem, Decided, null>(deps, asking, {
      what,
      registers: [...registers, absences, meetings],
      logged: () => ({ what, children: seen.children }),
      decide: (rows) => {
        const all = rows(fosterReviews)
        const before = insteadOf && reviewOn(all, carerRef, insteadOf)
        if (insteadOf && before?.status !== 'PLANNED') return { problems: [{ code: 'no_such_review' }] }
        const diary = {
          officers: rows(officers),
          absences: rows(absences),
          taken: [
            ...takenBy(rows(meetings), minutes),
            ...takenForHouseholds(all.filter((one) => one !== before), minutes), // prettier-ignore
          ],
        }
        const judged = wasHeld ? judgeHeld(booking, deps.today()) : judgeMeeting(booking, world, deps.today(), due)
        const { on } = booking.entry
        const isTaken = on !== null && reviewOn(all.filter((one) => one !== before), carerRef, on) !== undefined // prettier-ignore
        const notFree = judged.time && judged.officerId ? whyNotFree(diary, judged.officerId, judged.time) : null
        const problems = [
          ...own,
          ...judged.problems,
          ...(isTaken ? [{ code: 'day_taken' } as const] : []),
          ...(notFree ? [notFree] : []),
        ]
        if (problems.length > 0 || kind === null || on === null) return { problems }
        const row = {
          ...blank,
          ...before,
          carerRef,
          kind,
          bookedFor: on,
          startsAt: judged.time?.startsAt ?? null,
          endsAt: judged.time?.endsAt ?? null,
          place: booking.entry.place,
          format: booking.entry.format,
          officerId: booking.entry.officerId,
          lateReason: booking.lateReason,
          investigationEndedOn: booking.investigationEndedOn,
          heldOn: wasHeld ? on : null,
          status: wasHeld ? ('HELD' as const) : ('PLANNED' as const),
          reviewRef: before?.reviewRef ?? deps.newRef(),
        }
        const isMoved = before && !isSameDay(dayOf(before) ?? on, on)
        return {
          rows: [
            // The row is known by its day: where the review moves, the day that was is called off.
            ...(isMoved ? [keeping(fosterReviews, { ...before, reviewRef: null, status: 'CANCELLED' as const })] : []),
            keeping(fosterReviews, row),
          ],
          told: before ? row.reviewRef : null,
        }
      },
      tell: async (unit, { told: reviewRef }, { stored }) => {
        if (reviewRef !== null) await deps.told.moved(unit, { ...asking, reviewRef, child: carerRef, world: worldWith(world, stored, carerRef, deps.today()) }) // prettier-ignore
        return null
      },
    })
    return 'problems' in outcome ? outcome.problems : []
  }

/** What is kept of a change, and the review whose people must hear of it; null where nobody must. */
interface Decided {
  rows: ReturnType<typeof keeping>[]
  told: string | null
}

/** What a review of a household, and who is told of it, is made of. */
const registers = [fosterReviews, fosterCarers, officers, fosterHouseholds, contacts, allocations]

/** The world with the household in the place of a child, as its rows stand in the unit. */
const worldWith = (world: World, stored: StoredRows, carerRef: string, today: PlainDate): World => ({
  ...world,
  registers: withHousehold(new Map([...world.registers, ...stored]), carerRef, today),
})

interface Judged {
  problems: readonly (FosterReviewProblem | BookingProblem)[]
  time: { on: PlainDate; startsAt: string; endsAt: string } | null
  officerId: string | null
}

/** A meeting to come: as that of any review. */
function judgeMeeting(
  { entry, lateReason }: FosterBooking,
  { settings, holidays }: World,
  today: PlainDate,
  due: PlainDate | null,
): Judged {
  const { problems, meeting } = judgeEntry(entry, today, null, holidays)
  const late = lateProblems([entry.on], due, lateReason, lateReasonsSetting.of(settings))
  return { problems: [...problems, ...late], time: meeting?.time ?? null, officerId: meeting?.officerId ?? null }
}

/** A review that was held and that nobody had booked here. */
const judgeHeld = ({ entry }: FosterBooking, today: PlainDate): Judged => ({
  problems: [
    ...(entry.on === null ? [{ code: 'day_missing' } as const] : []),
    ...inFuture(entry.on, today, 'held_in_future'),
  ],
  time: null,
  officerId: null,
})

export const makeRecordFosterReview =
  (deps: Deps): RecordFosterReview =>
  async ({ carerRef, day, entry, replaces, ...asking }) => {
    const seen = await seenHousehold(deps, asking, carerRef)
    if (!seen) return null
    const what = entry.isCancelled ? 'cancelled a fostering review' : 'recorded a fostering review'
    const outcome = await changeRecords<FosterReviewProblem, Decided, null>(deps, asking, {
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
        if (isCancelled) return { rows: [keeping(fosterReviews, { ...before, status: 'CANCELLED' })], told: before.reviewRef } // prettier-ignore
        const said = { format, officerId, childViews, recommendation, lateReason }
        const dates = { heldOn, investigationEndedOn, decisionOn, noticeOn }
        const status = heldOn === null ? before.status : 'HELD'
        return { rows: [keeping(fosterReviews, { ...before, ...said, ...dates, status })], told: null }
      },
      tell: async (unit, { told: reviewRef }, { stored }) => {
        if (reviewRef !== null) await deps.told.cancelled(unit, { ...asking, reviewRef, child: carerRef, world: worldWith(seen.world, stored, carerRef, deps.today()) }) // prettier-ignore
        return null
      },
    })
    return 'problems' in outcome ? outcome.problems : []
  }

/** Gives a planned review that a file brought the reference under which people are invited and asked. */
export type GiveReference = (asked: Asking & { carerRef: string; day: PlainDate }) => Promise<void>

export const makeGiveReference =
  (deps: Changing & Seeing & { newRef: () => string }): GiveReference =>
  async ({ carerRef, day, ...asking }) => {
    const seen = await seenHousehold(deps, asking, carerRef)
    const what = 'gave a fostering review its reference'
    await keepRecords<NotKept>(deps, asking, {
      what,
      registers,
      logged: () => ({ what, children: seen?.children ?? [] }),
      decide: (rows) => {
        const review = seen && reviewOn(rows(fosterReviews), carerRef, day)
        const isToBeGiven = review?.status === 'PLANNED' && review.reviewRef === null
        return { rows: isToBeGiven ? [keeping(fosterReviews, { ...review, reviewRef: deps.newRef() })] : [] }
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

const ownProblems = ({ kind, investigationEndedOn }: FosterBooking, today: PlainDate): FosterReviewProblem[] => [
  ...(kind === null ? [{ code: 'kind_missing' } as const] : []),
  ...inFuture(investigationEndedOn, today, 'ended_in_future'),
]

const recordProblems = (entry: FosterRecord, today: PlainDate): FosterReviewProblem[] => [
  ...inFuture(entry.heldOn, today, 'held_in_future'),
  ...inFuture(entry.investigationEndedOn, today, 'ended_in_future'),
  ...inFuture(entry.decisionOn, today, 'decided_in_future'),
  ...inFuture(entry.noticeOn, today, 'told_in_future'),
]

const inFuture = <Code extends string>(day: PlainDate | null, today: PlainDate, code: Code) =>
  day && isAfter(day, today) ? [{ code }] : []
