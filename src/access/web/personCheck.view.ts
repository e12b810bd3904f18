import { listed } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { TypedIn } from '../../platform/web/forms/form.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Person, PersonEntry } from '../domain/person.ts'
import { roleName } from '../domain/roles.ts'
import { type PersonForm, roleHints } from './people.view.ts'

/** All that personCheck.njk shows: whom an entry concerns, and what they may do with it, before it is saved. */
export function personCheckPage(
  person: Person | null,
  entry: PersonEntry,
  typed: TypedIn<PersonForm>,
  settings: Settings,
  code: string,
  csrfToken: string,
) {
  const row = (key: string, of: (one: PersonEntry) => string) => {
    const before = person === null ? of(entry) : of(person)
    return { key, value: of(entry), before: before === of(entry) ? '' : before }
  }
  const namesOf = ({ roles }: PersonEntry) => listed(roles.map((role) => roleName(role, settings)))
  return {
    title: person === null ? `Check before you add ${entry.name}` : `Check before you change ${person.name}`,
    back: { href: authorityPath(code, 'settings', 'people'), text: 'People' },
    action: authorityPath(code, 'settings', 'people', person?.personId ?? 'new'),
    csrfToken,
    rows: [
      row('Name', ({ name }) => name),
      row('Email address', ({ email }) => email),
      row('Roles', namesOf),
      row('Team', ({ team }) => team ?? 'None'),
      row('Officer id', ({ officerId }) => officerId ?? 'None'),
      row('Social worker id', ({ workerId }) => workerId ?? 'None'),
      row('Signing in', ({ isActive }) => (isActive ? 'May sign in' : 'May not sign in')),
    ],
    mayDo: entry.isActive ? entry.roles.map((role) => ({ role: roleName(role, settings), text: roleHints[role] })) : [],
    missing: missingOf(entry),
    told:
      person === null && entry.isActive
        ? 'Footprint sends them no message. Tell them to sign in with the work account that has this email address.'
        : '',
    rolesHref: authorityPath(code, 'settings', 'roles'),
    hidden: Object.entries(typed).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value === true ? 'yes' : value === false ? '' : value]).map((one: unknown) => ({
        name,
        value: String(one),
      })),
    ),
    save: person === null ? 'Add the person' : 'Save the changes',
  }
}

/** What keeps someone from seeing what their roles are for, though nothing of it is wrong. */
function missingOf({ roles, officerId, workerId, isActive }: PersonEntry): string[] {
  if (!isActive) return []
  const needsOfficer = roles.includes('iro') || roles.includes('fostering_iro')
  return [
    ...(roles.includes('social_worker') && workerId === null
      ? ['No child is theirs until you enter their social worker id.']
      : []),
    ...(needsOfficer && officerId === null
      ? ['No child is theirs until you enter their officer id, as in the register of officers.']
      : []),
  ]
}

/** What was done, and what the person may do now: for the list that the browser is led to. */
export function savedWords(person: Person, isNew: boolean, settings: Settings): string {
  const roles = listed(person.roles.map((role) => roleName(role, settings)))
  const may = person.isActive ? `may sign in with ${person.email}` : 'may not sign in'
  return `${person.name} is ${isNew ? 'added' : 'saved'}: ${roles}, ${may}.`
}
