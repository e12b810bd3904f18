import type { Permission } from '../house/permission.ts'

/** What this room lets people do. */
export const challengePermissions = {
  read: {
    id: 'challenge.read',
    words: 'see challenges and what came of them',
    isAboutChildren: true,
    roles: {
      iro: 'authority',
      fostering_iro: 'own',
      iro_manager: 'authority',
      business_support: 'authority',
      social_worker: 'own',
      team_manager: 'team',
    },
  },
  write: {
    id: 'challenge.write',
    words: 'make challenges, take them further and close them',
    isAboutChildren: true,
    roles: { iro: 'authority', fostering_iro: 'own', iro_manager: 'authority' },
  },
  answer: {
    id: 'challenge.answer',
    words: 'write down what was answered to a challenge',
    isAboutChildren: true,
    roles: {
      iro: 'authority',
      fostering_iro: 'own',
      iro_manager: 'authority',
      social_worker: 'own',
      team_manager: 'team',
    },
  },
} as const satisfies Record<string, Permission>
