import type { Section } from '../platform/web/sections.ts'
import { childrenPermissions } from './permissions.ts'

/** The part of the navigation that this room's pages are in. */
export const childrenSection: Section = {
  id: 'children',
  text: 'Children',
  order: 30,
  permission: childrenPermissions.read,
}
