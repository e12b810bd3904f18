import type { Section } from '../platform/web/sections.ts'
import { watchedPermissions } from './permissions.ts'

/** The part of the navigation that this room's pages are in. */
export const watchedSection: Section = {
  id: 'watched',
  text: 'Care leavers and others',
  under: 'Children',
  order: 46,
  permission: watchedPermissions.read,
}
