import type { Permission } from '../house/permission.ts'

/** What this room lets people do. Each officer sees their own work, the manager everyone's. */
export const dutiesPermissions = {
  read: {
    id: 'duties.read',
    words: 'see their own work beside reviews, and a manager everyone’s',
    isAboutChildren: false,
    roles: { iro: 'own', fostering_iro: 'own', iro_manager: 'authority' },
  },
  writeLinks: {
    id: 'duties.links',
    words: 'say which officer is a team’s link',
    isAboutChildren: false,
    roles: { iro_manager: 'authority' },
  },
  readEstablishment: {
    id: 'duties.establishment',
    words: 'see who is in post, by role',
    isAboutChildren: false,
    roles: { iro_manager: 'authority' },
  },
  explainGaps: {
    id: 'duties.gaps',
    words: 'see which children were without an IRO, and explain why',
    isAboutChildren: true,
    roles: { iro_manager: 'authority' },
  },
} as const satisfies Record<string, Permission>
