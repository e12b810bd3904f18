import type { Section } from '../platform/web/sections.ts'
import { supportPermissions } from './permissions.ts'

/** The part of the navigation that this room's list is in. */
export const supportSection: Section = {
  id: 'support',
  text: 'Advocacy',
  under: 'Children',
  order: 47,
  permission: supportPermissions.read,
}
