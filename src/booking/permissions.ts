import type { Permission } from '../house/permission.ts'

/** What this room lets people do. */
export const bookingPermissions = {
  book: {
    id: 'reviews.book',
    words: 'book, move and cancel reviews, and invite people to them',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority' },
  },
  override: {
    id: 'reviews.override',
    words: 'allow what the rules of booking refuse, saying why',
    isAboutChildren: true,
    roles: { iro_manager: 'authority' },
  },
} as const satisfies Record<string, Permission>
