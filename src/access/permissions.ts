import { type Permission, wholeService } from '../house/permission.ts'

/**
 * What this room lets people do. Administrators set up people and how the place works and see no child; senior leaders
 * see figures and no child.
 */
export const accessPermissions = {
  chooseAuthority: {
    id: 'authorities.list',
    words: 'sign in and see which authority they work for',
    isAboutChildren: false,
    roles: {
      ...wholeService,
      fostering_iro: 'authority',
      social_worker: 'authority',
      team_manager: 'authority',
      senior_leader: 'authority',
      administrator: 'authority',
    },
  },
  readSettings: {
    id: 'settings.read',
    words: 'see how the place is set up',
    isAboutChildren: false,
    roles: { iro_manager: 'authority', administrator: 'authority' },
  },
  manageSettings: {
    id: 'settings.manage',
    words: 'set the words, time limits and lists of the place',
    isAboutChildren: false,
    roles: { iro_manager: 'authority', administrator: 'authority' },
  },
  managePeople: {
    id: 'people.manage',
    words: 'add people and change what they may do',
    isAboutChildren: false,
    roles: { administrator: 'authority' },
  },
  readLog: {
    id: 'log.read',
    words: 'see who has looked at which record',
    isAboutChildren: true,
    isForNamedOnly: true,
    roles: { iro_manager: 'authority' },
  },
  readSeals: {
    id: 'sealed.read',
    words: 'see the seals that name them, and who opened such a record',
    isAboutChildren: true,
    isForNamedOnly: true,
    roles: {
      ...wholeService,
      fostering_iro: 'authority',
      social_worker: 'authority',
      team_manager: 'authority',
      administrator: 'authority',
    },
  },
  manageSeals: {
    id: 'sealed.manage',
    words: 'seal a record to named people',
    isAboutChildren: true,
    isForNamedOnly: true,
    roles: { iro_manager: 'authority' },
  },
  nameForSeal: {
    id: 'sealed.name',
    words: 'name someone for a sealed record that nobody named can manage, without seeing whose it is',
    isAboutChildren: true,
    roles: { administrator: 'authority' },
  },
  openSealed: {
    id: 'sealed.open',
    words: 'open a sealed record for a short time, saying why',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority', team_manager: 'team' },
  },
} as const satisfies Record<string, Permission>
