import { allRoles, type Role } from '../../house/roles.ts'
import { type Permission, scopeIn } from '../../house/permission.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { Settings } from '../../settings/settings.ts'
import { roleName } from '../domain/roles.ts'

const reaches = {
  own: ', for the children who are theirs',
  team: ', for their team',
  authority: '',
} as const

/** All that roles.njk shows: what each role may do, by the permissions that rooms declare. */
export const rolesPage = (permissions: readonly Permission[], settings: Settings, code: string) => ({
  title: 'What each role may do',
  back: { href: authorityPath(code, 'settings', 'people'), text: 'People' },
  roles: allRoles.map((role) => ({ name: roleName(role, settings), lines: linesOf(role, permissions) })),
})

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const linesOf = (role: Role, permissions: readonly Permission[]): string[] =>
  permissions.flatMap((permission) => {
    const scope = scopeIn([role], permission)
    return scope === null ? [] : [`${capital(permission.words)}${permission.isAboutChildren ? reaches[scope] : ''}`]
  })
