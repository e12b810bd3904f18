import { type Permission, wholeService } from '../house/permission.ts'

/** What this room lets people do. */
export const overviewPermissions = {
  readFigures: {
    id: 'figures.read',
    words: 'see the figures',
    isAboutChildren: false,
    roles: { ...wholeService, senior_leader: 'authority', team_manager: 'team' },
  },
} as const satisfies Record<string, Permission>
