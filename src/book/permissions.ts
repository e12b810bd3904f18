import type { Permission } from '../house/permission.ts'

/** What this room lets people do. */
export const bookPermissions = {
  read: {
    id: 'book.read',
    words: 'read the performance book',
    isAboutChildren: false,
    roles: {
      iro: 'own',
      iro_manager: 'authority',
      senior_leader: 'authority',
      analyst: 'authority',
      team_manager: 'team',
    },
  },
} as const satisfies Record<string, Permission>
