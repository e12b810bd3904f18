import type { Section } from '../platform/web/sections.ts'
import { workPermissions } from './permissions.ts'

/** The part of the navigation that this room's pages are in. */
export const workSection: Section = { id: 'work', text: 'My work', order: 10, permission: workPermissions.read }
