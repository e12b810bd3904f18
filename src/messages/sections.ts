import type { Section } from '../platform/web/sections.ts'
import { messagesPermissions } from './permissions.ts'

/** The part of the navigation that this room's pages are in. */
export const messagesSection: Section = {
  id: 'messages',
  text: 'Messages',
  under: 'My work',
  order: 60,
  permission: messagesPermissions.read,
}
