import { type Role, roles } from '../../house/roles.ts'
import { roleNamesSetting } from '../settings.ts'
import type { Settings } from '../../settings/settings.ts'

/** What a role is called in an authority: by its own name for it, or else by that of the table of roles. */
export const roleName = (role: Role, settings: Settings): string => roleNamesSetting.of(settings)[role] ?? roles[role]
