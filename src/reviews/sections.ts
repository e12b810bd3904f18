import type { Section } from '../platform/web/sections.ts'
import { reviewsPermissions } from './permissions.ts'

/** The part of the navigation that this room's pages are in. */
export const dueSection: Section = {
  id: 'due',
  text: 'Due',
  under: 'My work',
  order: 20,
  permission: reviewsPermissions.read,
}
