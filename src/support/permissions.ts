import { type Permission, wholeService } from '../house/permission.ts'

/** What this room lets people do. */
export const supportPermissions = {
  read: {
    id: 'support.read',
    words: 'see who has an advocate or an independent visitor',
    isAboutChildren: true,
    roles: { ...wholeService, social_worker: 'own', team_manager: 'team' },
  },
  write: {
    id: 'support.write',
    words: 'refer a child for an advocate or an independent visitor, and match a volunteer',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority' },
  },
} as const satisfies Record<string, Permission>
