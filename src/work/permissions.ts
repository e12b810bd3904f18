import { type Permission, someChildren, wholeService } from '../house/permission.ts'

/** What this room lets people do. */
export const workPermissions = {
  read: {
    id: 'work.read',
    words: 'see what there is to do for them today',
    isAboutChildren: true,
    roles: { ...wholeService, ...someChildren },
  },
  everyone: {
    id: 'work.everyone',
    words: 'see there what there is to do for everyone, also where they are an IRO themselves',
    isAboutChildren: true,
    roles: { iro_manager: 'authority', business_support: 'authority' },
  },
} as const satisfies Record<string, Permission>
