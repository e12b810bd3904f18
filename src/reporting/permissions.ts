import { type Permission, wholeService } from '../house/permission.ts'

/** What this room lets people do. */
export const reportingPermissions = {
  read: {
    id: 'report.read',
    words: 'read the annual report',
    isAboutChildren: false,
    roles: { ...wholeService, senior_leader: 'authority' },
  },
  write: {
    id: 'report.write',
    words: 'write the service’s own words in the report',
    isAboutChildren: false,
    roles: { iro_manager: 'authority', analyst: 'authority' },
  },
} as const satisfies Record<string, Permission>
