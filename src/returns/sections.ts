import type { Section } from '../platform/web/sections.ts'
import { returnsPermissions } from './permissions.ts'

/** The part of the navigation that this room's pages are in. */
export const dataSection: Section = { id: 'data', text: 'Data', order: 90, permission: returnsPermissions.readImports }
