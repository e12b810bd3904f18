import type { Section } from '../platform/web/sections.ts'
import { overviewPermissions } from './permissions.ts'

/** The part of the navigation that this room's pages are in. */
export const figuresSection: Section = {
  id: 'figures',
  text: 'Figures',
  order: 70,
  permission: overviewPermissions.readFigures,
}
