import { bookingSetting } from '../../reviews/settings.ts'
import { rowsSeen } from '../../registers/people.ts'
import type { AskingFrom, SeenChild } from '../../access/app/asking.ts'
import { changeRecords } from '../../access/app/changeRecords.ts'
import type { Deed } from '../../access/domain/log.ts'
import type { World } from '../../children/domain/world.ts'
import { absences } from '../../officers/registers/absences.ts'
import { allocations, type AllocationFact } from '../../officers/registers/allocations.ts'
import { officers } from '../../officers/registers/officers.ts'
import { choices } from '../../participation/registers/choices.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import { type Decision, type Rows, type RowsDecided, keeping } from '../../registers/app/changeByHand.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import type { RowOf } from '../../registers/register.ts'
import { demandUnchanged } from '../../registers/version.ts'
import { meetings, type MeetingFact } from '../../reviews/registers/meetings.ts'
import { rearrangements } from '../../reviews/registers/rearrangements.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { type Booking, bookingOf } from '../domain/bookings.ts'
import { type Diary, takenBy } from '../domain/diary.ts'
import type { BookingProblem } from '../domain/problems.ts'
import type { BookingDeps, Told } from './ports.ts'

export type ReviewRow = RowOf<typeof reviews>

/** A review as it stands in the registers, to be changed. */
export interface StoredBooking extends Booking {
  row: ReviewRow
}

/** What the registers say while nobody else can change them. */
export interface Tables {
  /** The review that this reference names; null where there is none. */
  booking: (reviewRef: string) => StoredBooking | null
  /** The reviews of a child. */
  ofChild: (child: string) => StoredBooking[]
  /** Whose IRO is whose. */
  allocations: readonly AllocationFact[]
  /** Whose time is taken, but for the meeting that is about to move. */
  diary: (without?: Pick<MeetingFact, 'reviewRef' | 'number'>) => Diary
}

function tablesOf(rows: Rows, usualMinutes: number): Tables {
  const reviewRows = rows(reviews)
  const meetingRows = rows(meetings)
  const moveRows = rows(rearrangements)
  const stored = (row: ReviewRow): StoredBooking => ({ ...bookingOf(row, meetingRows, moveRows), row })
  return {
    booking: (reviewRef) => {
      const row = reviewRows.find((one) => one.reviewRef === reviewRef)
      return row ? stored(row) : null
    },
    allocations: rows(allocations),
    ofChild: (child) => reviewRows.filter((row) => row.child === child).map(stored),
    diary: (without) => ({
      officers: rows(officers),
      absences: rows(absences),
      taken: takenBy(
        meetingRows.filter(({ reviewRef, number }) => reviewRef !== without?.reviewRef || number !== without.number),
        usualMinutes,
      ),
    }),
  }
}

/** The registers that say what is booked, whose time is free, and who is to be told. */
export const bookingRegisters = [
  reviews,
  meetings,
  rearrangements,
  officers,
  allocations,
  absences,
  contacts,
  choices,
] as const

/** A change of what is booked. */
export interface BookingChange<Decided extends RowsDecided> {
  /** In words that follow who did it: `booked a review`. */
  what: string
  /** Asked while nobody else can book: what is free then is free when it is stored. */
  decide: (tables: Tables) => Decision<BookingProblem, Decided>
  logged: (decided: Decided) => Pick<Deed, 'what' | 'children'>
  /** Those reviews whose people must hear of it, and what. */
  told: (decided: Decided) => readonly ReviewTold[]
}

/** A review whose people must hear of something. */
export interface ReviewTold {
  how: keyof Told
  child: string
  reviewRef: string
  /** A world with the child in it. */
  world: World
}

/** Changes what is booked and tells those who were invited, or does neither. Gives what was decided, or what is wrong. */
export async function changeBookings<Decided extends RowsDecided>(
  deps: BookingDeps,
  { by, authority, origin }: AskingFrom,
  { settings }: Pick<World, 'settings'>,
  { what, decide, logged, told }: BookingChange<Decided>,
): Promise<{ result: Decided } | { problems: readonly BookingProblem[] }> {
  return changeRecords(
    deps,
    { by, authority },
    {
      what,
      logged,
      registers: bookingRegisters,
      decide: (rows) => decide(tablesOf(rows, bookingSetting.of(settings).meetingMinutes)),
      tell: async (unit, decided: Decided, rows) => {
        for (const { how, child, reviewRef, world } of told(decided)) {
          await deps.told[how](unit, { by, authority, origin, child, reviewRef, world: asItStands(world, rows, child) })
        }
        return decided
      },
    },
  )
}

/** Changes one review; gives what is wrong. */
export async function changeReview(
  deps: BookingDeps,
  asking: AskingFrom & { reviewRef: string; replaces: string },
  { world, child }: SeenChild,
  change: {
    what: string
    decide: (stored: StoredBooking, tables: Tables) => Decision<BookingProblem>
    logged: string
    told: keyof Told | null
  },
): Promise<readonly BookingProblem[]> {
  const { reviewRef, replaces } = asking
  const outcome = await changeBookings<RowsDecided>(deps, asking, world, {
    what: change.what,
    decide: (tables) => {
      const stored = demandOpen(tables.booking(reviewRef), child, replaces)
      return 'code' in stored ? { problems: [stored] } : change.decide(stored, tables)
    },
    logged: () => ({ what: `${change.logged} ${reviewRef}`, children: [child] }),
    told: () => (change.told === null ? [] : [{ how: change.told, child, reviewRef, world }]),
  })
  return 'problems' in outcome ? outcome.problems : []
}

/** A child's world with what the registers say of the child's reviews, and of who is to come to them, in a unit. */
export const asItStands = (world: World, { stored }: Rows, child: string): World => ({
  ...world,
  registers: new Map([...world.registers, ...rowsSeen(bookingRegisters, (person) => person === child)(stored)]),
})

/** A review to be kept. */
export const keepingReview = (row: ReviewRow): RowToKeep => keeping(reviews, row)

/** A review that the registers do not have yet. */
export const newReview = (reviewRef: string, child: string, kind: ReviewRow['kind']): ReviewRow =>
  reviews.read({ review_ref: reviewRef, child, kind, status: 'PLANNED' })

/** A meeting to be kept. */
export const keepingMeeting = (meeting: MeetingFact): RowToKeep => keeping(meetings, meeting)

/** A move to be kept. */
export const keepingMove = (move: RowOf<typeof rearrangements>): RowToKeep => keeping(rearrangements, move)

/** The review as its form showed it, or what is wrong: it is no longer open, or someone has changed it since. */
export function demandOpen(
  stored: StoredBooking | null,
  child: string,
  replaces: string,
): StoredBooking | BookingProblem {
  if (!stored || stored.review.child !== child) return { code: 'changed_meanwhile' }
  const { review, meetings, moves } = stored
  const [changed] = demandUnchanged(replaces, review, ...meetings, ...moves)
  if (changed) return changed
  return review.status === 'PLANNED' ? stored : { code: 'not_open' }
}
