import type { RegisterFacts } from '../../children/domain/registers.ts'
import { notificationFact, notifications } from '../../children/registers/notifications.ts'
import { people, personFact } from '../../children/registers/people.ts'
import { allocationFact, allocations } from '../../people/registers/allocations.ts'
import { officerFact, officers } from '../../people/registers/officers.ts'
import type { StoredRows } from '../../registers/incoming/draft.ts'
import type { Register } from '../../registers/register.ts'
import { reviewFact, reviews } from '../../reviews/registers/reviews.ts'
import { context, contextFact } from './context.ts'

/** Every register that is kept, those before others that refer to them. */
export const allRegisters: readonly Register[] = [officers, people, allocations, notifications, reviews, context]

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
  }
}
