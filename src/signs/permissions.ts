import type { Permission } from '../house/permission.ts'

/** What this room lets people do. */
export const signsPermissions = {
  read: {
    id: 'signs.read',
    words: 'see the signs that a child needs a look',
    isAboutChildren: true,
    roles: {
      iro: 'authority',
      fostering_iro: 'own',
      iro_manager: 'authority',
      business_support: 'authority',
      team_manager: 'team',
    },
  },
  acknowledge: {
    id: 'signs.acknowledge',
    words: 'acknowledge a sign, and write down what was heard of a child',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority' },
  },
  acknowledgeHouseholds: {
    id: 'signs.households.acknowledge',
    words: 'acknowledge a sign of a fostering household',
    isAboutChildren: true,
    roles: { fostering_iro: 'authority', iro_manager: 'authority' },
  },
} as const satisfies Record<string, Permission>
