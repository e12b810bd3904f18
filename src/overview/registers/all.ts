import type { RegisterFacts } from '../../children/domain/registers.ts'
import { contactFact, contacts } from '../../children/registers/contacts.ts'
import { family, familyTieFact } from '../../children/registers/family.ts'
import { notificationFact, notifications } from '../../children/registers/notifications.ts'
import { people, personFact } from '../../children/registers/people.ts'
import { absenceFact, absences } from '../../people/registers/absences.ts'
import { allocationFact, allocations } from '../../people/registers/allocations.ts'
import { handoverFact, handovers } from '../../people/registers/handovers.ts'
import { officerRequestFact, officerRequests } from '../../people/registers/officerRequests.ts'
import { officerFact, officers } from '../../people/registers/officers.ts'
import type { StoredRows } from '../../registers/incoming/draft.ts'
import type { Register } from '../../registers/register.ts'
import { choices, reviewChoiceFact } from '../../reviews/registers/choices.ts'
import { meetingFact, meetings } from '../../reviews/registers/meetings.ts'
import { rearrangementFact, rearrangements } from '../../reviews/registers/rearrangements.ts'
import { reviewFact, reviews } from '../../reviews/registers/reviews.ts'
import { context, contextFact } from './context.ts'

/** Every register that is kept, those before others that refer to them. */
export const allRegisters: readonly Register[] = [
  officers,
  people,
  allocations,
  notifications,
  reviews,
  context,
  // Beside those that every service keeps in its spreadsheets: what people do in the pages.
  contacts,
  family,
  choices,
  meetings,
  rearrangements,
  absences,
  officerRequests,
  handovers,
]

/** What the registers say, read from their rows as they are kept. Throws where a row is none of its register's. */
export function registerFacts(stored: StoredRows): RegisterFacts {
  const rowsOf = <Row>({ name, read }: Register<Row>): Row[] => [...(stored.get(name)?.values() ?? [])].map(read)
  return {
    officers: rowsOf(officers).map(officerFact),
    allocations: rowsOf(allocations).map(allocationFact),
    notifications: rowsOf(notifications).map(notificationFact),
    people: rowsOf(people).map(personFact),
    reviews: rowsOf(reviews).map(reviewFact),
    context: rowsOf(context).map(contextFact),
    contacts: rowsOf(contacts).map(contactFact),
    family: rowsOf(family).map(familyTieFact),
    choices: rowsOf(choices).map(reviewChoiceFact),
    meetings: rowsOf(meetings).map(meetingFact),
    rearrangements: rowsOf(rearrangements).map(rearrangementFact),
    absences: rowsOf(absences).map(absenceFact),
    officerRequests: rowsOf(officerRequests).map(officerRequestFact),
    handovers: rowsOf(handovers).map(handoverFact),
  }
}
