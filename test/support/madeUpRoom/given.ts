import * as z from 'zod'
import type { MessageKind } from '../../../src/house/messageKind.ts'
import type { Permission } from '../../../src/house/permission.ts'
import type { Section } from '../../../src/platform/web/sections.ts'
import { wholeNumber } from '../../../src/settings/field.ts'
import { type SettingsPage, setting } from '../../../src/settings/setting.ts'

/** What the library lets people do. */
export const libraryPermissions = {
  read: {
    id: 'library.read',
    words: 'see who has borrowed which book',
    isAboutChildren: true,
    roles: { business_support: 'authority', social_worker: 'own' },
  },
} as const satisfies Record<string, Permission>

/** Its part of the navigation, between Messages and Figures. */
export const librarySection: Section = {
  id: 'library',
  text: 'Library',
  order: 65,
  permission: libraryPermissions.read,
}

/** Its messages: a person reads each before it goes. */
export const libraryKinds = {
  reminder: { id: 'book_reminder', words: 'Reminder of a book', isAboutMeeting: false, needsApproval: true },
} as const satisfies Record<string, MessageKind>

const libraryPage: SettingsPage = {
  name: 'library',
  title: 'Library',
  summary: 'How books are lent.',
  order: 60,
}

/** How many books a child may borrow at a time. */
export const mostBooks = setting({
  key: 'mostBooks',
  schema: z.int().min(1).max(20).default(3),
  page: libraryPage,
  order: 10,
  heading: 'Borrowing',
  fields: [wholeNumber('How many books at a time', 'books')],
})
