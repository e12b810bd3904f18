import { type Permission, someChildren, wholeService } from '../house/permission.ts'

/** What this room lets people do. */
export const courtPermissions = {
  read: {
    id: 'court.read',
    words: 'see care proceedings, hearings and papers of the court',
    isAboutChildren: true,
    roles: { ...wholeService, ...someChildren },
  },
  write: {
    id: 'court.write',
    words: 'write down care proceedings, hearings and papers of the court',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority', social_worker: 'own', team_manager: 'team' }, // prettier-ignore
  },
} as const satisfies Record<string, Permission>
