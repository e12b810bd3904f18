import type { Section } from '../platform/web/sections.ts'
import { learningPermissions } from './permissions.ts'

/** The part of the navigation that this room's pages are in. */
export const learningSection: Section = {
  id: 'learning',
  text: 'Learning',
  under: 'Figures',
  order: 77,
  permission: learningPermissions.readAudits,
}
