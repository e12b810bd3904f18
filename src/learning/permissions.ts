import { type Permission, wholeService } from '../house/permission.ts'

/** What this room lets people do. Each officer sees what was seen of their own work, the manager all of it. */
export const learningPermissions = {
  readAudits: {
    id: 'audits.read',
    words: 'see audits and what is to be done after them',
    isAboutChildren: true,
    roles: wholeService,
  },
  writeAudits: {
    id: 'audits.write',
    words: 'draw a sample of records, grade audits, and say what is done after them',
    isAboutChildren: true,
    roles: { iro: 'authority', iro_manager: 'authority' },
  },
  readObservations: {
    id: 'observations.read',
    words: 'see what was observed of their own work, and a manager of everyone’s',
    isAboutChildren: false,
    roles: { iro: 'own', fostering_iro: 'own', iro_manager: 'authority' },
  },
  writeObservations: {
    id: 'observations.write',
    words: 'write down what they observed of an officer’s work',
    isAboutChildren: false,
    roles: { iro: 'authority', iro_manager: 'authority' },
  },
  readProducts: {
    id: 'learning.read',
    words: 'read briefings, reviews of good practice and notes on case law',
    isAboutChildren: false,
    roles: { iro: 'authority', iro_manager: 'authority', business_support: 'authority', analyst: 'authority' },
  },
  writeProducts: {
    id: 'learning.write',
    words: 'write and publish briefings, reviews of good practice and notes on case law',
    isAboutChildren: false,
    roles: { iro: 'authority', iro_manager: 'authority' },
  },
} as const satisfies Record<string, Permission>
