import type { Section } from '../platform/web/sections.ts'
import { bookPermissions } from './permissions.ts'

/** The part of the navigation that this room's pages are in. */
export const bookSection: Section = {
  id: 'book',
  text: 'Book',
  under: 'Figures',
  order: 75,
  permission: bookPermissions.read,
}
