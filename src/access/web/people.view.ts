import * as z from 'zod'
import { listed } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { textFilter } from '../../platform/web/filters.ts'
import type { Settings } from '../../settings/settings.ts'
import { type Person, type PersonEntry, type PersonProblem, personProblemText } from '../domain/person.ts'
import { mayBeNamedBy } from '../domain/seal.ts'
import type { Actor } from '../domain/actor.ts'
import { type Role, allRoles, isRole, roleName } from '../domain/roles.ts'

/** All that people.njk shows. */
export function peoplePage(people: readonly Person[], settings: Settings, code: string) {
  return {
    title: 'People',
    back: { href: authorityPath(code, 'settings'), text: 'Settings' },
    addHref: authorityPath(code, 'settings', 'people', 'new'),
    people: [...people]
      .sort((a, b) => Number(b.isActive) - Number(a.isActive))
      .map((person) => ({
        name: person.name,
        href: authorityPath(code, 'settings', 'people', person.personId),
        email: person.email,
        roles: listed(person.roles.map((role) => roleName(role, settings))),
        team: person.team ?? '',
        state: stateOf(person),
      })),
  }
}

function stateOf({ isActive, identity }: Person): string {
  if (!isActive) return 'May not sign in'
  return identity === null ? 'May sign in' : 'Signs in'
}

const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat())
  .catch([])

/** A person as typed into the form. */
export const personForm = z.object({
  name: textFilter,
  email: textFilter,
  roles: list,
  team: textFilter,
  officerId: textFilter,
  workerId: textFilter,
  isActive: z.literal('yes').optional().catch(undefined),
  forgetsAccount: z.literal('yes').optional().catch(undefined),
  /** Who is named for sealed records in this person's place. */
  successor: textFilter,
  replaces: textFilter,
})
export type PersonForm = z.infer<typeof personForm>

/** The form of someone new. */
export const emptyPersonForm: PersonForm = personForm.parse({ isActive: 'yes' })

/** The form filled with what is known of a person. */
export const formOf = (person: Person): PersonForm => ({
  name: person.name,
  email: person.email,
  roles: [...person.roles],
  team: person.team ?? '',
  officerId: person.officerId ?? '',
  workerId: person.workerId ?? '',
  isActive: person.isActive ? 'yes' : undefined,
  forgetsAccount: undefined,
  successor: '',
  replaces: person.knownFrom.toString(),
})

const orNull = (text: string): string | null => (text === '' ? null : text)

/** What a form says of a person. */
export const entryOf = (form: PersonForm): PersonEntry => ({
  name: form.name,
  email: form.email.toLowerCase(),
  roles: form.roles.filter(isRole),
  team: orNull(form.team),
  officerId: orNull(form.officerId),
  workerId: orNull(form.workerId),
  isActive: form.isActive === 'yes',
})

const hints: Readonly<Record<Role, string>> = {
  iro: 'Reads every child’s record, to stand in for colleagues.',
  fostering_iro: 'Reads the records of children allocated to them.',
  iro_manager: 'Reads every record, seals records, sees who has looked, imports, writes the report.',
  business_support: 'Reads every record and imports.',
  social_worker: 'Reads the records of children who are theirs in the return. Give their id as a social worker.',
  team_manager: 'Reads the records of the team’s children. Give the team.',
  senior_leader: 'Sees figures and the report. Sees no child’s record.',
  analyst: 'Reads every record, imports, sees what is odd in the data.',
  administrator: 'Adds people and changes what they may do. Sees no child’s record.',
}

/** All that person.njk shows. `person` null: someone new. */
export function personPage(
  person: Person | null,
  form: PersonForm,
  problems: readonly PersonProblem[],
  everyone: readonly Person[],
  settings: Settings,
  actor: Actor,
  csrfToken: string,
) {
  const code = actor.authority
  const teams = [...new Set(everyone.flatMap(({ team }) => team ?? []))].sort()
  const errors = problems.map((problem) => ({ field: fieldOf(problem), text: personProblemText(problem) }))
  const errorOf = (field: string) => {
    const found = errors.find((error) => error.field === field)
    return found ? { text: found.text } : undefined
  }
  return {
    title: person === null ? 'Add a person' : person.name,
    back: { href: authorityPath(code, 'settings', 'people'), text: 'People' },
    action: authorityPath(code, 'settings', 'people', person?.personId ?? 'new'),
    csrfToken,
    errors: errors.map(({ field, text }) => ({ text, href: `#${field}` })),
    form,
    teams,
    hasAccount: person !== null && person.identity !== null,
    errorOf: Object.fromEntries(
      ['name', 'email', 'roles', 'team', 'officerId', 'successor'].map((field) => [field, errorOf(field)]),
    ),
    // Asked only where it has to be: nobody is told of seals that they need not know of.
    successorItems:
      form.successor !== '' || errors.some(({ field }) => field === 'successor')
        ? successorItems(person, form, everyone, actor)
        : null,
    roleItems: allRoles.map((role) => ({
      value: role,
      text: roleName(role, settings),
      hint: { text: hints[role] },
      checked: form.roles.includes(role),
    })),
  }
}

function successorItems(person: Person | null, form: PersonForm, everyone: readonly Person[], actor: Actor) {
  const others = everyone.filter((other) => other.personId !== person?.personId && mayBeNamedBy(actor, other))
  return [
    { value: '', text: 'Choose an IRO manager' },
    ...others.map(({ personId, name }) => ({ value: personId, text: name, selected: personId === form.successor })),
  ]
}

function fieldOf({ code }: PersonProblem): string {
  switch (code) {
    case 'name_missing':
    case 'changed_meanwhile':
      return 'name'
    case 'email_not_an_address':
    case 'email_taken':
    case 'account_taken':
      return 'email'
    case 'no_role':
      return 'roles'
    case 'officer_taken':
      return 'officerId'
    case 'team_missing':
      return 'team'
    case 'last_administrator':
      return 'roles'
    case 'last_named':
      return 'successor'
  }
}
