import type { Permission } from '../house/permission.ts'

/** What this room lets people do. */
export const participationPermissions = {
  write: {
    id: 'choices.write',
    words: 'write down how a child wants reviews to be, who is involved with the child, and the name the child goes by',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority', social_worker: 'own' },
  },
} as const satisfies Record<string, Permission>
