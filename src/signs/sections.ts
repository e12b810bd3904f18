import type { Section } from '../platform/web/sections.ts'
import { signsPermissions } from './permissions.ts'

/** The part of the navigation with what needs a look. */
export const signsSection: Section = {
  id: 'signs',
  text: 'Signs',
  under: 'My work',
  order: 35,
  permission: signsPermissions.read,
}
