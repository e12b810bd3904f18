import { bookingSetting } from '../../reviews/settings.ts'
import { rowsSeen } from '../../registers/people.ts'
import type { AskingFrom, SeenChild } from '../../access/app/asking.ts'
import { changeRecords } from '../../access/app/changeRecords.ts'
import type { LoggedAction } from '../../access/domain/log.ts'
import type { World } from '../../children/domain/world.ts'
import type { Decision, Rows, RowsDecided } from '../../registers/app/changeByHand.ts'
import { demandUnchanged } from '../../registers/version.ts'
import type { BookingProblem } from '../domain/problems.ts'
import type { BookingDeps, Told } from './ports.ts'
import { type StoredBooking, type Tables, tablesOf, bookingRegisters } from './tables.ts'

/** A change of what is booked. */
export interface BookingChange<Decided extends RowsDecided> {
  /** In words that follow who did it: `booked a review`. */
  what: string
  /** Asked while nobody else can book: what is free then is free when it is stored. */
  decide: (tables: Tables) => Decision<BookingProblem, Decided>
  logged: (decided: Decided) => Pick<LoggedAction, 'what' | 'children'>
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
      registers: [...bookingRegisters, ...(deps.otherTimes?.registers ?? [])],
      decide: (rows) => decide(tablesOf(rows, bookingSetting.of(settings).meetingMinutes, deps.otherTimes)),
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
