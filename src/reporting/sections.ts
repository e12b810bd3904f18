import type { Section } from '../platform/web/sections.ts'
import { reportingPermissions } from './permissions.ts'

/** The part of the navigation that this room's pages are in. */
export const reportSection: Section = { id: 'report', text: 'Report', order: 80, permission: reportingPermissions.read }
