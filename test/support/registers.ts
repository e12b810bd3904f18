import { type ContextFact, context } from '../../src/children/registers/context.ts'
import { type FamilyTieFact, family } from '../../src/children/registers/family.ts'
import { type NotificationFact, notifications } from '../../src/children/registers/notifications.ts'
import { type WatchedPersonFact, people } from '../../src/children/registers/people.ts'
import { type AbsenceFact, absences } from '../../src/officers/registers/absences.ts'
import { type AllocationFact, allocations } from '../../src/officers/registers/allocations.ts'
import { type HandoverFact, handovers } from '../../src/officers/registers/handovers.ts'
import { type OfficerRequestFact, officerRequests } from '../../src/officers/registers/officerRequests.ts'
import { type OfficerFact, officers } from '../../src/officers/registers/officers.ts'
import { type ReviewChoiceFact, choices } from '../../src/participation/registers/choices.ts'
import { type ContactFact, contacts } from '../../src/participation/registers/contacts.ts'
import {
  type Content,
  type Register,
  type StoredRows,
  contentOf,
  noRows,
  rowKey,
} from '../../src/registers/register.ts'
import { type MeetingFact, meetings } from '../../src/reviews/registers/meetings.ts'
import { type RearrangementFact, rearrangements } from '../../src/reviews/registers/rearrangements.ts'
import { type RegisterReviewFact, reviews } from '../../src/reviews/registers/reviews.ts'

/** The rows that a test says of registers. */
export interface Facts {
  officers?: readonly OfficerFact[]
  allocations?: readonly AllocationFact[]
  absences?: readonly AbsenceFact[]
  handovers?: readonly HandoverFact[]
  officerRequests?: readonly OfficerRequestFact[]
  notifications?: readonly NotificationFact[]
  people?: readonly WatchedPersonFact[]
  family?: readonly FamilyTieFact[]
  context?: readonly ContextFact[]
  contacts?: readonly ContactFact[]
  choices?: readonly ReviewChoiceFact[]
  reviews?: readonly RegisterReviewFact[]
  meetings?: readonly MeetingFact[]
  rearrangements?: readonly RearrangementFact[]
}

/** The rows of a register as they are kept: under their keys. Of several with one key, which no store keeps, none is lost. */
export function kept<Row extends object>(
  register: Register<Row>,
  rows: readonly Row[],
): [string, Map<string, Content>] {
  const found = new Map<string, Content>()
  for (const [at, row] of rows.entries()) {
    const content = contentOf(register, row)
    const key = rowKey(register, content)
    found.set(found.has(key) ? `${key} ${at}` : key, content)
  }
  return [register.name, found]
}

/** Registers that hold these rows, in place of those that `before` has of the same registers. */
export const registersOf = (facts: Facts, before: StoredRows = noRows): StoredRows =>
  new Map([
    ...before,
    ...(facts.officers ? [kept(officers, facts.officers)] : []),
    ...(facts.allocations ? [kept(allocations, facts.allocations)] : []),
    ...(facts.absences ? [kept(absences, facts.absences)] : []),
    ...(facts.handovers ? [kept(handovers, facts.handovers)] : []),
    ...(facts.officerRequests ? [kept(officerRequests, facts.officerRequests)] : []),
    ...(facts.notifications ? [kept(notifications, facts.notifications)] : []),
    ...(facts.people ? [kept(people, facts.people)] : []),
    ...(facts.family ? [kept(family, facts.family)] : []),
    ...(facts.context ? [kept(context, facts.context)] : []),
    ...(facts.contacts ? [kept(contacts, facts.contacts)] : []),
    ...(facts.choices ? [kept(choices, facts.choices)] : []),
    ...(facts.reviews ? [kept(reviews, facts.reviews)] : []),
    ...(facts.meetings ? [kept(meetings, facts.meetings)] : []),
    ...(facts.rearrangements ? [kept(rearrangements, facts.rearrangements)] : []),
  ])
