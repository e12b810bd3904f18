import type { ShownSubject } from '../../consulting/app/subject.ts'
import type { FormName } from '../../consulting/domain/standardForms.ts'
import type { World } from '../../children/domain/world.ts'
import type { ContactFact } from '../../participation/registers/contacts.ts'
import { fosteringPermissions } from '../permissions.ts'

/** A household as those are asked about it whom its review asks. `world`: with the household in the place of a child. */
export const householdSubject = (world: World, children: readonly string[]): ShownSubject => ({
  world,
  children,
  readBy: fosteringPermissions.readViews,
  formFor,
})

/** Whether a contact of a household is a child of the carers' own. */
export const isOwnChild = (contactRef: string): boolean => contactRef.startsWith('OWN_CHILD ')

/** The form by which someone of a household, or who works with it, is asked. */
function formFor({ contactRef, role }: Pick<ContactFact, 'contactRef' | 'role'>): FormName {
  if (role === 'CARER') return 'fosterCarer'
  if (role === 'CHILD') return 'fosteredChild'
  return isOwnChild(contactRef) ? 'ownChild' : 'fosterWorker'
}
