import type { Asking } from '../../access/app/asking.ts'
import type { Documents } from '../../access/app/documents.ts'
import type { World } from '../../children/domain/world.ts'
import { contactsOf } from '../../participation/domain/contacts.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import type { ViewsForRecord } from '../../recording/app/viewsForRecord.ts'
import { recordsOf } from '../../world/world.ts'
import { answerKind, answerRef, readableParts } from '../domain/answerDocument.ts'
import { consultingPermissions } from '../permissions.ts'
import { partyOf } from '../domain/parties.ts'
import { type Party, parties } from '../registers/consultations.ts'

/**
 * What a record of a review begins with: what the child and the parents said before it, as far as they let everyone at the
 * review read it. What someone said to the IRO alone never gets there by itself.
 */
export const makeViewsForRecord =
  (documents: Pick<Documents, 'issues'>): ViewsForRecord =>
  async (asking: Asking, world: World, { child, reviewRef }) => {
    const around = contactsOf(recordsOf(world, contacts), child).map(({ contactRef, role }) => ({ ref: contactRef, party: partyOf(role) })) // prettier-ignore
    const said = async (wanted: Party): Promise<string> => {
      const refs = [...around.filter(({ party }) => party === wanted).map(({ ref }) => ref), ...Object.keys(parties).filter((party) => party === wanted)] // prettier-ignore
      const found = await Promise.all(
        refs.map((ref) =>
          documents.issues(asking, {
            kind: answerKind.name,
            ref: answerRef(reviewRef, ref),
            children: [child],
            permission: consultingPermissions.read,
          }),
        ),
      )
      return found
        .flatMap((issues) => (issues?.[0] ? readableParts(issues[0].content, 'everyone').parts : []))
        .map(({ heading, text }) => `${heading}: ${text}`)
        .join('\n\n')
    }
    const [ofChild, ofParents] = await Promise.all([said('CHILD'), said('PARENT')])
    return { ofChild, ofParents }
  }
