import type { Section } from '../platform/web/sections.ts'
import { dutiesPermissions } from './permissions.ts'

/** The part of the navigation that this room's page is in. */
export const dutiesSection: Section = {
  id: 'duties',
  text: 'Duties',
  under: 'My work',
  order: 55,
  permission: dutiesPermissions.read,
}
