import { type MessageKind, messageKindWords } from '../../house/messageKind.ts'
import { type Task, type Whose, isOf } from '../../house/task.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { StoredMessage } from '../app/ports.ts'

/** Letters that wait for approval, and messages that did not arrive or may not have gone. */
export const messageTasks = (
  messages: readonly StoredMessage[],
  kinds: readonly MessageKind[],
  whose: Whose,
  code: string,
): Task[] =>
  messages
    .filter(({ child }) => isOf(whose, child))
    .map(({ messageId, child, kind, state, reason }) => ({
      what: `${state === 'draft' ? 'Read and approve' : 'Look after a message'}: ${messageKindWords(kinds, kind)}`,
      href: authorityPath(code, 'messages', messageId),
      child,
      by: null,
      note: state === 'draft' ? '' : (reason ?? ''),
    }))
