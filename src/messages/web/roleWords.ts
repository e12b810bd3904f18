import { type ContactRole, contactRoles } from '../../participation/registers/contacts.ts'

/** What someone who is told something is, in words. `isChild`: whether it is about a child, and not about a household. */
export const roleWords = (role: ContactRole, isChild: boolean): string =>
  role === 'OTHER' && !isChild ? 'Involved with the household' : contactRoles[role]
