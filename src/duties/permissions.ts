import type { Permission } from '../house/permission.ts'

/** What this room lets people do. Each officer sees their own work, the manager everyone's. */
export const dutiesPermissions = {
  read: {
    id: 'duties.read',
    words: 'see their own work beside reviews, and a manager everyone’s',
    isAboutChildren: false,
    roles: { iro: 'own', fostering_iro: 'own', iro_manager: 'authority' },
  },
} as const satisfies Record<string, Permission>
