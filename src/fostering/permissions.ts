import { type Permission, wholeService } from '../house/permission.ts'

/**
 * What this room lets people do. A household's page shows the children placed there: a fostering IRO reviews households
 * and asks each of these children, no matter whose they are.
 */
export const fosteringPermissions = {
  read: {
    id: 'fostering.read',
    words: 'see fostering households, the children placed there and their reviews',
    isAboutChildren: true,
    roles: { ...wholeService, fostering_iro: 'authority' },
  },
  manage: {
    id: 'fostering.manage',
    words: 'book and record reviews of fostering households',
    isAboutChildren: true,
    roles: { fostering_iro: 'authority', iro_manager: 'authority', business_support: 'authority' },
  },
  readViews: {
    id: 'fostering.views.read',
    words: 'read what people say before a review of a fostering household',
    isAboutChildren: true,
    roles: { fostering_iro: 'authority', iro_manager: 'authority' },
  },
} as const satisfies Record<string, Permission>
