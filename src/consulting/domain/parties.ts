import type { ContactRole } from '../../participation/registers/contacts.ts'
import type { Party } from '../registers/consultations.ts'
import type { FormName } from './standardForms.ts'

const partyOfRole: Readonly<Record<ContactRole, Party>> = {
  CHILD: 'CHILD',
  MOTHER: 'PARENT',
  FATHER: 'PARENT',
  PARENT: 'PARENT',
  CARER: 'CARER',
  SOCIAL_WORKER: 'SOCIAL_WORKER',
  EDUCATION: 'EDUCATION',
  HEALTH: 'HEALTH',
  ADVOCATE: 'ADVOCATE',
  INDEPENDENT_VISITOR: 'INDEPENDENT_VISITOR',
  INTERPRETER: 'OTHER',
  OTHER: 'OTHER',
}

/** The party as which a contact is asked. */
export const partyOf = (role: ContactRole): Party => partyOfRole[role]

const formOfParty: Readonly<Partial<Record<Party, FormName>>> = {
  PARENT: 'parent',
  CARER: 'carer',
  EDUCATION: 'education',
  HEALTH: 'health',
}

/** The form of those who are asked beside the child. */
export const formForParty = (party: Exclude<Party, 'CHILD'>): FormName => formOfParty[party] ?? 'others'
