import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { isOpen } from '../../children/domain/allocations.ts'
import type { World } from '../../children/domain/world.ts'
import type { ClockRun, Deadline } from '../../clocks/clock.ts'
import { deadlineOf } from '../../clocks/deadlines.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import { heldDays } from '../../reviews/domain/kept.ts'
import { watchedOn } from '../../children/domain/watched.ts'
import { withReviewPlanned } from '../../reviews/domain/planned.ts'
import type { RegisterReviewKind } from '../../reviews/registers/reviews.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { clockRunsOf } from '../../world/deadlines.ts'
import { recordsOf } from '../../world/world.ts'

/** Reviews that serve one duty: a child has one of each group to be booked at a time. */
export type ReviewGroup = 'care' | 'short_breaks' | 'pathway' | 'other'

/** The group of each kind. `other`: no clock here asks for it, a panel or another room sees to it. */
export const groupOf: Readonly<Record<RegisterReviewKind, ReviewGroup>> = {
  CLA: 'care',
  ADOPTION: 'care',
  SHORT_BREAK: 'short_breaks',
  PATHWAY_18_25: 'pathway',
  SECURE: 'other',
  SUPERVISION_ORDER: 'other',
  PRIVATE_FOSTERING: 'other',
}

/** A review that is asked for, and by when. */
export interface AwaitedBooking {
  child: string
  kind: RegisterReviewKind
  deadline: Deadline
}

/** Whether a code is that of a kind of review. */
export const isReviewKind = (code: string): code is RegisterReviewKind => Object.hasOwn(groupOf, code)

/**
 * The reviews that clocks ask for of one child on the day of the world: those that a review is booked to meet. Secure
 * accommodation has a panel of its own, which a child's officer should not chair (CLK-REV-19); what is left of a review that
 * has begun belongs to its booking.
 */
export const awaitedBookings = (world: World, child: string): readonly AwaitedBooking[] =>
  awaitedFrom(clockRunsOf(world, child))(child, world.asAt, world.holidays)

// The runs stay the very same while nothing about the child changes: most saves are about another.
const awaitedFrom = rememberedFor((runs: readonly ClockRun[]) =>
  rememberedWhileSame((child: string, asAt: PlainDate, holidays: BankHolidays): readonly AwaitedBooking[] =>
    runs.flatMap((run) => {
      const kind = run.clock.meeting
      if (kind === undefined || !isReviewKind(kind)) return []
      const deadline = deadlineOf(run, asAt, holidays)
      return deadline && !isOver(deadline) ? [{ child, kind, deadline }] : []
    }),
  ),
)

/** Met already, or asked for by nobody any more. */
const isOver = ({ state }: Deadline): boolean => state === 'met' || state === 'met_late' || state === 'lapsed'

/** The day of the last review of these kinds that was held, by a day; null where none was. */
export const lastHeld = (...asked: Parameters<typeof heldDays>): PlainDate | null => heldDays(...asked).at(-1) ?? null

/** Everyone of whom something may be booked: those in the returns, those watched over, those with a review planned. */
export function everyone(world: World): Set<string> {
  return new Set([
    ...world.histories.map(({ record }) => record.child),
    ...watchedOn(world.registers, world.asAt),
    ...withReviewPlanned(world.registers, world.asAt),
  ])
}

/** The officers of children on the day of the world: of the one they are allocated to. */
export const officersOf = (world: World): Map<string, string> =>
  new Map(
    recordsOf(world, allocations)
      .filter((allocation) => isOpen(allocation, world.asAt))
      .map(({ child, officerId }) => [child, officerId]),
  )
