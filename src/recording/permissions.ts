import type { Permission } from '../house/permission.ts'

/** What this room lets people do. */
export const recordingPermissions = {
  read: {
    id: 'recording.read',
    words: 'read the decisions and records of reviews',
    isAboutChildren: true,
    roles: {
      iro: 'authority',
      iro_manager: 'authority',
      business_support: 'authority',
      team_manager: 'team',
      social_worker: 'own',
    },
  },
  write: {
    id: 'recording.write',
    words: 'write the decisions, records and letters of reviews, and send them out',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority' },
  },
  answer: {
    id: 'recording.answer',
    words: 'answer the decisions of a review, and say that one is done',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', team_manager: 'team' },
  },
  pictures: {
    id: 'recording.pictures',
    words: 'put the council’s own pictures into easy-read letters and forms',
    isAboutChildren: false,
    roles: { iro_manager: 'authority', administrator: 'authority' },
  },
} as const satisfies Record<string, Permission>
