import { type VisibleChildren, maySee } from '../../world/visibility.ts'
import { type MessageAbout, childOfContact } from '../domain/message.ts'

/**
 * Whether someone who sees these children may see a message: its child, and no sealed child is the one through whom a
 * household writes to someone. The store's list says the same to the database.
 */
export const maySeeMessage = (visible: VisibleChildren, message: MessageAbout): boolean =>
  maySee(visible, message.child) && !visible.sealed.has(childOfContact(message))
