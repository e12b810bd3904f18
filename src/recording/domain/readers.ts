import type { ContactRole } from '../../participation/registers/contacts.ts'
import type { Reader } from './record.ts'

const readerOfRole: Readonly<Record<ContactRole, Reader>> = {
  CHILD: 'child',
  MOTHER: 'parent',
  FATHER: 'parent',
  PARENT: 'parent',
  CARER: 'carer',
  // The child’s social worker is of the service: the record is kept from nobody who works on the plan.
  SOCIAL_WORKER: 'service',
  EDUCATION: 'education',
  HEALTH: 'health',
  ADVOCATE: 'other',
  INDEPENDENT_VISITOR: 'other',
  INTERPRETER: 'other',
  OTHER: 'other',
}

/** As which reader someone involved with the child is given a copy. */
export const readerOf = (role: ContactRole): Reader => readerOfRole[role]
