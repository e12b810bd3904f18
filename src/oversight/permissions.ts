import type { Permission } from '../house/permission.ts'

/** What this room lets people do. */
export const oversightPermissions = {
  write: {
    id: 'oversight.write',
    words: 'write down oversight of a child, risks, and what happens when a child goes missing',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority' },
  },
} as const satisfies Record<string, Permission>
