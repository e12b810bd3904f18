import { type Permission, someChildren, wholeService } from '../house/permission.ts'

/** What this room lets people do. */
export const childrenPermissions = {
  read: {
    id: 'children.read',
    words: 'read children’s records',
    isAboutChildren: true,
    roles: { ...wholeService, ...someChildren },
  },
} as const satisfies Record<string, Permission>
