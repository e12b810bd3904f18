import { type Permission, someChildren, wholeService } from '../house/permission.ts'

/** What this room lets people do. */
export const reviewsPermissions = {
  read: {
    id: 'reviews.read',
    words: 'see what is due and when',
    isAboutChildren: true,
    roles: { ...wholeService, ...someChildren },
  },
} as const satisfies Record<string, Permission>
