import type { World } from '../../children/domain/world.ts'
import type { Permission } from '../../house/permission.ts'
import { type ContactFact, contactRoles } from '../../participation/registers/contacts.ts'
import type { FormName } from '../domain/standardForms.ts'
import type { Party } from '../registers/consultations.ts'
import { inSentence } from '../../kernel/words.ts'

/** A subject of reviews that is no child, which the user has been shown: a household. Its reference stands where a child's does. */
export interface ShownSubject {
  /** As the user may see it, with the reviews of the subject and who is asked (`OtherSubjects` in `inviting`). */
  world: World
  /** The children whom it concerns: the log names them, and only who may see all of them reads what is said. */
  children: readonly string[]
  /** Who may read what is said before its reviews, whatever the person who said it lets others read. */
  readBy: Permission
  /** What someone is to the subject, within a sentence: `supervising social worker`. */
  whoIs: (contact: Pick<ContactFact, 'contactRef' | 'role'>) => string
  /** Those who are asked as a party, in words: `Children placed`. */
  partyWords: (party: Party) => string
  /** The form by which someone is asked. */
  formFor: (contact: Pick<ContactFact, 'contactRef' | 'role'>) => FormName
}

/** Who someone is whom a review asks, `Ms Osei, mother`. `subject`: whose review it is, where that is no child. */
export const personInWords = (
  subject: Pick<ShownSubject, 'whoIs'> | null,
  contact: Pick<ContactFact, 'contactRef' | 'name' | 'role'>,
): string => `${contact.name}, ${subject?.whoIs(contact) ?? inSentence(contactRoles[contact.role])}`
