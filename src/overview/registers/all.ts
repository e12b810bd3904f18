import type { RegisterFacts } from '../../children/domain/registers.ts'
import { contactFact, contacts } from '../../participation/registers/contacts.ts'
import { family, familyTieFact } from '../../children/registers/family.ts'
import { notificationFact, notifications } from '../../children/registers/notifications.ts'
import { people, personFact } from '../../children/registers/people.ts'
import { absenceFact, absences } from '../../officers/registers/absences.ts'
import { allocationFact, allocations } from '../../officers/registers/allocations.ts'
import { handoverFact, handovers } from '../../officers/registers/handovers.ts'
import { officerRequestFact, officerRequests } from '../../officers/registers/officerRequests.ts'
import { officerFact, officers } from '../../officers/registers/officers.ts'
import type { StoredRows } from '../../registers/incoming/draft.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import type { Content, Register } from '../../registers/register.ts'
import { withVersionOf } from '../../registers/version.ts'
import { choices, reviewChoiceFact } from '../../participation/registers/choices.ts'
import { meetingFact, meetings } from '../../reviews/registers/meetings.ts'
import { rearrangementFact, rearrangements } from '../../reviews/registers/rearrangements.ts'
import { reviewFact, reviews } from '../../reviews/registers/reviews.ts'
import { context, contextFact } from '../../children/registers/context.ts'

const noRows: ReadonlyMap<string, Content> = new Map()

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
export const registerFacts = (stored: StoredRows): RegisterFacts => ({
  officers: officerFacts(stored),
  allocations: allocationFacts(stored),
  notifications: notificationFacts(stored),
  people: personFacts(stored),
  reviews: reviewFacts(stored),
  context: contextFacts(stored),
  contacts: contactFacts(stored),
  family: familyTieFacts(stored),
  choices: choiceFacts(stored),
  meetings: meetingFacts(stored),
  rearrangements: rearrangementFacts(stored),
  absences: absenceFacts(stored),
  officerRequests: officerRequestFacts(stored),
  handovers: handoverFacts(stored),
})

const officerFacts = factsOf(officers, officerFact)
const allocationFacts = factsOf(allocations, allocationFact)
const notificationFacts = factsOf(notifications, notificationFact)
const personFacts = factsOf(people, personFact)
const reviewFacts = factsOf(reviews, reviewFact)
const contextFacts = factsOf(context, contextFact)
const contactFacts = factsOf(contacts, contactFact)
const familyTieFacts = factsOf(family, familyTieFact)
const choiceFacts = factsOf(choices, reviewChoiceFact)
const meetingFacts = factsOf(meetings, meetingFact)
const rearrangementFacts = factsOf(rearrangements, rearrangementFact)
const absenceFacts = factsOf(absences, absenceFact)
const officerRequestFacts = factsOf(officerRequests, officerRequestFact)
const handoverFacts = factsOf(handovers, handoverFact)

/** The same fact for the same content, and the same list for the same rows: what is derived of either is kept by it. */
function factsOf<Row, Fact extends object>(
  { name, read }: Register<Row>,
  factOf: (row: Row) => Fact,
): (stored: StoredRows) => readonly Fact[] {
  const fact = rememberedFor((content: Content) => withVersionOf(content, factOf(read(content))))
  const facts = rememberedFor((rows: ReadonlyMap<string, Content>): readonly Fact[] => Array.from(rows.values(), fact))
  return (stored) => facts(stored.get(name) ?? noRows)
}
