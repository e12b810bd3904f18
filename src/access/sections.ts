import type { Section } from '../platform/web/sections.ts'
import { accessPermissions } from './permissions.ts'

/** The part of the navigation that this room's pages are in. */
export const settingsSection: Section = {
  id: 'settings',
  text: 'Settings',
  order: 100,
  permission: accessPermissions.readSettings,
}
