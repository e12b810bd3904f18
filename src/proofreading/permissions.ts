import { type Permission, wholeService } from '../house/permission.ts'

/** What this room lets people do. */
export const proofreadingPermissions = {
  check: {
    id: 'report.check',
    words: 'check what an annual report says',
    isAboutChildren: false,
    roles: { ...wholeService, senior_leader: 'authority' },
  },
} as const satisfies Record<string, Permission>
