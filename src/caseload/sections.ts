import type { Section } from '../platform/web/sections.ts'
import { caseloadPermissions } from './permissions.ts'

/** The part of the navigation that this room's pages are in. */
export const caseloadSection: Section = {
  id: 'caseload',
  text: 'Caseload',
  under: 'My work',
  order: 50,
  permission: caseloadPermissions.readBoard,
}
