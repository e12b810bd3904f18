import type { Section } from '../platform/web/sections.ts'
import { fosteringPermissions } from './permissions.ts'

/** The part of the navigation that this room's pages are in. */
export const fosteringSection: Section = {
  id: 'fostering',
  text: 'Fostering',
  order: 46,
  permission: fosteringPermissions.read,
}
