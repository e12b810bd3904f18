import { type Permission, someChildren, wholeService } from '../house/permission.ts'

/** What this room lets people do. */
export const watchedPermissions = {
  read: {
    id: 'watched.read',
    words: 'see care leavers, private fostering, supervision orders, and who is prepared for leaving care',
    isAboutChildren: true,
    roles: { ...wholeService, ...someChildren },
  },
  write: {
    id: 'watched.write',
    words: 'add someone whom no return names, and write down visits and steps of preparation',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority', social_worker: 'own' },
  },
  add: {
    id: 'watched.add',
    words: 'add someone whom the service watches over and no return names',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority' },
  },
} as const satisfies Record<string, Permission>
