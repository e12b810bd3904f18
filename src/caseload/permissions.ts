import { type Permission, wholeService } from '../house/permission.ts'

/** What this room lets people do. */
export const caseloadPermissions = {
  readBoard: {
    id: 'caseload.read',
    words: 'see the caseload board',
    isAboutChildren: true,
    roles: { ...wholeService },
  },
  manageOfficers: {
    id: 'officers.manage',
    words: 'enter IROs and their absences',
    isAboutChildren: true,
    roles: { iro_manager: 'authority' },
  },
  readAllocations: {
    id: 'allocations.read',
    words: 'see whose IRO is whose, and who waits for one',
    isAboutChildren: true,
    roles: { ...wholeService },
  },
  manageAllocations: {
    id: 'allocations.manage',
    words: 'give children their IRO, and decide on wishes for another',
    isAboutChildren: true,
    roles: { iro_manager: 'authority' },
  },
  writeRequests: {
    id: 'requests.write',
    words: 'write down that a child asks for another IRO',
    isAboutChildren: true,
    roles: { ...wholeService, social_worker: 'own' },
  },
} as const satisfies Record<string, Permission>
