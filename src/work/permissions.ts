import { type Permission, someChildren, wholeService } from '../house/permission.ts'

/** What this room lets people do. */
export const workPermissions = {
  read: {
    id: 'work.read',
    words: 'see what there is to do for them today',
    isAboutChildren: true,
    roles: { ...wholeService, ...someChildren },
  },
} as const satisfies Record<string, Permission>
