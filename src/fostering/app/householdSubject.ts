import type { ShownSubject } from '../../consulting/app/subject.ts'
import type { FormName } from '../../consulting/domain/standardForms.ts'
import type { World } from '../../children/domain/world.ts'
import type { ContactFact } from '../../participation/registers/contacts.ts'
import { type Party, parties } from '../../consulting/registers/consultations.ts'
import { fosteringPermissions } from '../permissions.ts'

/** A household as those are asked about it whom its review asks. `world`: with the household in the place of a child. */
export const householdSubject = (world: World, children: readonly string[]): ShownSubject => ({
  world,
  children,
  readBy: fosteringPermissions.readViews,
  whoIs: whoInHousehold,
  partyWords: (party) => partyWords[party] ?? parties[party],
  formFor,
})

const partyWords: Readonly<Partial<Record<Party, string>>> = {
  CARER: 'Carers',
  CHILD: 'Children placed',
  OTHER: 'Workers and the carers’ own children',
}

/** Whether a contact of a household is a child of the carers' own. */
export const isOwnChild = (contactRef: string): boolean => contactRef.startsWith('OWN_CHILD ')

/** The form by which someone of a household, or who works with it, is asked. */
function formFor({ contactRef, role }: Pick<ContactFact, 'contactRef' | 'role'>): FormName {
  if (role === 'CARER') return 'fosterCarer'
  if (role === 'CHILD') return 'fosteredChild'
  return isOwnChild(contactRef) ? 'ownChild' : 'fosterWorker'
}

/** What someone whom a household’s review asks is to it, within a sentence: `carer`, `IRO of a child placed`. */
export function whoInHousehold({ contactRef, role }: Pick<ContactFact, 'contactRef' | 'role'>): string {
  if (role === 'CARER') return 'carer'
  if (role === 'CHILD') return 'child placed'
  if (isOwnChild(contactRef)) return 'the carers’ own child'
  if (contactRef.startsWith('SUPERVISING_WORKER ')) return 'supervising social worker'
  return contactRef.startsWith('IRO ') ? 'IRO of a child placed' : 'social worker of a child placed'
}
