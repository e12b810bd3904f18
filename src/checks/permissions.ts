import type { Permission } from '../house/permission.ts'

/** What this room lets people do. */
export const checksPermissions = {
  write: {
    id: 'checks.write',
    words: 'write down that a health, education or planning check was made',
    isAboutChildren: true,
    roles: {
      iro: 'authority',
      iro_manager: 'authority',
      business_support: 'authority',
      social_worker: 'own',
      team_manager: 'team',
    },
  },
} as const satisfies Record<string, Permission>
