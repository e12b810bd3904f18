import { type Task, type Whose, isOf } from '../../house/task.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { StoredMessage } from '../app/ports.ts'
import { messageKinds } from '../domain/message.ts'

/** Letters that wait for approval, and messages that did not arrive or may not have gone. */
export const messageTasks = (messages: readonly StoredMessage[], whose: Whose, code: string): Task[] =>
  messages
    .filter(({ child }) => isOf(whose, child))
    .map(({ messageId, child, kind, state, reason }) => ({
      what:
        state === 'draft' ? `Read and approve: ${messageKinds[kind]}` : `Look after a message: ${messageKinds[kind]}`,
      href: authorityPath(code, 'messages', messageId),
      child,
      by: null,
      note: state === 'draft' ? '' : (reason ?? ''),
    }))
