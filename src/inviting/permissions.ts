import type { Permission } from '../house/permission.ts'

/** What this room lets people do. */
export const invitingPermissions = {
  takeCalendar: {
    id: 'calendar.take',
    words: 'have their own reviews in their calendar',
    isAboutChildren: true,
    roles: { iro: 'own', fostering_iro: 'own', iro_manager: 'own' },
  },
} as const satisfies Record<string, Permission>
