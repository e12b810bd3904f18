import type { Permission } from '../house/permission.ts'

/** What this room lets people do. */
export const consultingPermissions = {
  read: {
    id: 'consulting.read',
    words: 'read what people say before a review, as far as they let others read it',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', social_worker: 'own', team_manager: 'team' },
  },
  readAll: {
    id: 'consulting.read.all',
    words: 'read what people say before a review to the IRO alone',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority' },
  },
  send: {
    id: 'consulting.send',
    words: 'ask people for their views before a review, and give children their own page',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority', social_worker: 'own' },
  },
  writeWishes: {
    id: 'wishes.write',
    words: 'write down what a child wants, and what is done about it',
    isAboutChildren: true,
    roles: {
      iro: 'authority',
      iro_manager: 'authority',
      business_support: 'authority',
      social_worker: 'own',
      team_manager: 'team',
    },
  },
  writeFeedback: {
    id: 'feedback.write',
    words: 'write down compliments, complaints and answers to surveys',
    isAboutChildren: false,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority' },
  },
  seeForms: {
    id: 'forms.read',
    words: 'see the forms that people are asked to fill in before a review, and try other words',
    isAboutChildren: false,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority', administrator: 'authority' },
  },
  writeAboutMe: {
    id: 'about_me.write',
    words: 'write the text about themselves that their children read',
    isAboutChildren: false,
    roles: { iro: 'authority', iro_manager: 'authority' },
  },
} as const satisfies Record<string, Permission>
