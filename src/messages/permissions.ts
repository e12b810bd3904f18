import type { Permission } from '../house/permission.ts'

/** What this room lets people do. */
export const messagesPermissions = {
  read: {
    id: 'messages.read',
    words: 'see what was sent to whom, and what did not arrive',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority' },
  },
  send: {
    id: 'messages.send',
    words: 'send messages, and approve letters to children',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority' },
  },
} as const satisfies Record<string, Permission>
