import { contacts } from '../../participation/registers/contacts.ts'
import { family } from '../../children/registers/family.ts'
import { notifications } from '../../children/registers/notifications.ts'
import { people } from '../../children/registers/people.ts'
import { absences } from '../../officers/registers/absences.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { handovers } from '../../officers/registers/handovers.ts'
import { officerRequests } from '../../officers/registers/officerRequests.ts'
import { officers } from '../../officers/registers/officers.ts'
import type { Register } from '../../registers/register.ts'
import { choices } from '../../participation/registers/choices.ts'
import { meetings } from '../../reviews/registers/meetings.ts'
import { rearrangements } from '../../reviews/registers/rearrangements.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { context } from '../../children/registers/context.ts'

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
