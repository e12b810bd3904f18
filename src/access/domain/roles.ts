import { type Role, roles } from '../../house/roles.ts'
import type { Settings } from '../../settings/settings.ts'

/** What a role is called in an authority: by its own name for it, or else by that of the table of roles. */
export const roleName = (role: Role, { roleNames }: Pick<Settings, 'roleNames'>): string =>
  roleNames[role] ?? roles[role]
