import { addDays, date } from '../../src/kernel/dates.ts'
import { changeByHand, keeping } from '../../src/registers/app/changeByHand.ts'
import type { RegisterStore } from '../../src/registers/app/ports.ts'
import { meetings } from '../../src/reviews/registers/meetings.ts'
import { rearrangements } from '../../src/reviews/registers/rearrangements.ts'
import { reviews } from '../../src/reviews/registers/reviews.ts'
import { officerId, working } from './workingAuthority.ts'

/** What someone asks for: a meeting of a review at a time of an officer, or that it be moved to another. */
export interface BookingAsked {
  kind: 'book' | 'move'
  reviewRef: string
  child: string
  officerId: string
  /** `2026-04-02`. */
  day: string
  /** `14:00`. */
  startsAt: string
}

/** `taken`: the officer is not free then. */
export type BookingOutcome = 'done' | 'taken'

const HOURS = ['09', '10', '11', '13', '14', '15']
const DAYS = 40

/** Some time of some officer, of which there are so few that people meet at them. */
export function someTime(random: () => number): Pick<BookingAsked, 'officerId' | 'day' | 'startsAt'> {
  const upTo = (count: number) => Math.floor(random() * count)
  return {
    officerId: officerId(upTo(working.officers)),
    day: addDays(working.today, 1 + upTo(DAYS)).toString(),
    startsAt: `${HOURS[upTo(HOURS.length)] ?? ''}:00`,
  }
}

/**
 * The least of a use case that books: it takes a time only where it is free, writes review and meeting, and counts how
 * often it was moved. The checks of the benchmark are about what this leaves behind.
 */
export async function book(
  store: RegisterStore,
  { kind, reviewRef, child, officerId, day, startsAt }: BookingAsked,
  by: string,
): Promise<BookingOutcome> {
  const change = {
    authority: working.authority,
    by,
    what: 'booked a review',
    registers: [reviews, meetings, rearrangements],
  }
  const problems = await changeByHand<'taken'>(store, change, (rows) => {
    const known = rows(meetings)
    const isTaken = known.some(
      (one) =>
        one.officer_id === officerId &&
        one.date.toString() === day &&
        one.starts_at === startsAt &&
        one.status === 'BOOKED',
    )
    if (isTaken) return { problems: ['taken'] }
    const before = known.find((one) => one.review_ref === reviewRef)
    const review = rows(reviews).find((one) => one.review_ref === reviewRef)
    const content = { review_ref: reviewRef, child, officer_id: officerId }
    const meeting = keeping(
      meetings,
      meetings.read({ ...content, number: 1, date: day, starts_at: startsAt, ends_at: endOf(startsAt), purpose: 'REVIEW', status: 'BOOKED' }), // prettier-ignore
    )
    if (kind === 'book' || !before || !review) {
      const planned = { ...content, kind: 'CLA', status: 'PLANNED', booked_date: day, first_booked_date: day, times_rearranged: 0 } // prettier-ignore
      return { rows: [keeping(reviews, reviews.read(planned)), meeting] }
    }
    const number = (review.times_rearranged ?? 0) + 1
    const move = { review_ref: reviewRef, number, child, date: working.today.toString(), from_date: before.date.toString(), to_date: day, asked_by: 'CHILD', reason: 'bench' } // prettier-ignore
    return {
      rows: [
        keeping(reviews, { ...review, booked_date: date(day), officer_id: officerId, times_rearranged: number }),
        meeting,
        keeping(rearrangements, rearrangements.read(move)),
      ],
    }
  })
  return problems.length > 0 ? 'taken' : 'done'
}

const endOf = (startsAt: string): string => `${startsAt.slice(0, 2)}:50`

/** What is wrong with what the bookings have left behind, given how many were answered as done; nothing where all is well. */
export async function faultsOf(
  store: RegisterStore,
  done: Readonly<Record<BookingAsked['kind'], number>>,
): Promise<string[]> {
  const names = [reviews, meetings, rearrangements].map(({ name }) => name)
  const stored = await store.rows(working.authority.code, names, null)
  const booked = [...(stored.get(meetings.name)?.values() ?? [])].map(meetings.read)
  const moves = stored.get(rearrangements.name)?.size ?? 0
  const counted = [...(stored.get(reviews.name)?.values() ?? [])]
    .map(reviews.read)
    .reduce((sum, { times_rearranged }) => sum + (times_rearranged ?? 0), 0)
  const times = new Set(booked.map((one) => `${one.officer_id ?? ''} ${one.date.toString()} ${one.starts_at ?? ''}`))
  const faults: string[] = []
  if (booked.length !== done.book) faults.push(`${done.book} bookings were answered as done, ${booked.length} are kept`)
  if (moves !== done.move) faults.push(`${done.move} moves were answered as done, ${moves} are kept`)
  if (counted !== moves) faults.push(`${moves} moves are kept, the reviews count ${counted}`)
  if (times.size !== booked.length) faults.push(`${booked.length - times.size} times of officers are taken twice`)
  return faults
}
