import { isOpen } from '../../src/children/domain/allocations.ts'
import { contacts } from '../../src/participation/registers/contacts.ts'
import { overlap, takenBy } from '../../src/booking/domain/diary.ts'
import { allocations } from '../../src/officers/registers/allocations.ts'
import type { RegisterStore } from '../../src/registers/app/ports.ts'
import type { Register } from '../../src/registers/register.ts'
import { meetings } from '../../src/reviews/registers/meetings.ts'
import { rearrangements } from '../../src/reviews/registers/rearrangements.ts'
import { reviews } from '../../src/reviews/registers/reviews.ts'
import { working } from './workingAuthority.ts'

/** What was accepted of all that people sent: it must be in the registers in the end. */
export interface Kept {
  /** The reviews that were booked, by reference. */
  booked: Set<string>
  /** The moves to another day: `R-1: 2026-04-02 to 2026-04-07`. */
  moved: string[]
  /** The officers to whom each child was given. */
  officers: Map<string, readonly string[]>
  /** The names of those entered around children, each its own. */
  contacts: Set<string>
}

export const nothingKept = (): Kept => ({ booked: new Set(), moved: [], officers: new Map(), contacts: new Set() })

/** What is wrong with what all the changes have left behind; nothing where all is well. */
export async function faultsOf(store: RegisterStore, kept: Kept): Promise<string[]> {
  const registers = [reviews, meetings, rearrangements, allocations, contacts].map(({ name }) => name)
  const stored = await store.rows(working.authority.code, registers, null)
  const rowsOf = <Row extends object>(register: Register<Row>): Row[] =>
    [...(stored.get(register.name)?.values() ?? [])].map(register.read)
  const booked = rowsOf(meetings).filter(({ status }) => status === 'BOOKED')
  const moves = rowsOf(rearrangements)
  const counted = rowsOf(reviews).reduce((sum, { timesRearranged }) => sum + (timesRearranged ?? 0), 0)
  const open = Map.groupBy(
    rowsOf(allocations).filter((allocation) => isOpen(allocation, working.today)),
    ({ child }) => child,
  )
  const names = new Set(rowsOf(contacts).map(({ name }) => name))
  const faults = [
    ...differences(
      'booking',
      [...kept.booked],
      booked.map(({ reviewRef }) => reviewRef),
    ),
    ...differences(
      'move',
      kept.moved,
      moves.map((move) => `${move.reviewRef}: ${move.fromDay.toString()} to ${move.toDay.toString()}`),
    ),
    ...[...kept.contacts].filter((name) => !names.has(name)).map((name) => `the contact ${name} is lost`),
  ]
  if (counted !== moves.length) faults.push(`${moves.length} moves are kept, the reviews count ${counted}`)
  const taken = takenBy(booked, 0)
  for (const [place, one] of taken.entries()) {
    const twice = taken.slice(place + 1).filter((other) => other.officerId === one.officerId && overlap(one, other))
    if (twice.length > 0) faults.push(`${one.officerId} is booked twice on ${one.on.toString()} at ${one.startsAt}`)
  }
  for (const [child, several] of open) {
    if (several.length > 1) faults.push(`${several.length} allocations of one child are open`)
    const given = kept.officers.get(child)
    if (given && !given.includes(several[0]?.officerId ?? '')) faults.push('a child is not with whom it was given to')
  }
  for (const child of kept.officers.keys()) if (!open.has(child)) faults.push('a child that was given has no officer')
  return faults
}

/** What was accepted and is not there, and what is there and was not accepted. */
function differences(what: string, accepted: readonly string[], there: readonly string[]): string[] {
  const left = [...there]
  const lost = accepted.filter((one) => {
    const place = left.indexOf(one)
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
  return [
    ...lost.map((one) => `the ${what} of ${one} is lost`),
    ...left.map((one) => `the ${what} of ${one} was not accepted`),
  ]
}
