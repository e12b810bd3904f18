import type { Section } from '../platform/web/sections.ts'
import { proofreadingPermissions } from './permissions.ts'

/** The part of the navigation that this room's page is in. */
export const checkReportSection: Section = {
  id: 'check-report',
  text: 'Check a report',
  under: 'Report',
  order: 82,
  permission: proofreadingPermissions.check,
}
