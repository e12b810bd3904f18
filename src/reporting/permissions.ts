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
    words: 'write the service’s own words in the report, its aims and what it is compared with, and send it for review',
    isAboutChildren: false,
    roles: { iro_manager: 'authority', analyst: 'authority' },
  },
  sign: {
    id: 'report.sign',
    words: 'sign the annual report off, send it back, and publish it',
    isAboutChildren: false,
    roles: { iro_manager: 'authority', senior_leader: 'authority' },
  },
  explain: {
    id: 'report.explain',
    words: 'see, record by record, why a published figure is another today',
    isAboutChildren: true,
    roles: wholeService,
  },
  stories: {
    id: 'report.stories',
    words: 'write the stories of good practice of the report, and read them so that nobody can be recognised',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', analyst: 'authority' },
  },
} as const satisfies Record<string, Permission>
