import { listed } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { choiceField, tickField, ticksField } from '../../platform/web/forms/choices.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { type FaultIn, type TypedIn, type ValuesIn, formOf } from '../../platform/web/forms/form.ts'
import { emailField, hiddenField, lineField } from '../../platform/web/forms/texts.ts'
import type { Settings } from '../../settings/settings.ts'
import { type Person, type PersonEntry, type PersonProblem, personProblemText } from '../domain/person.ts'
import { mayBeNamedBy } from '../domain/seal.ts'
import type { Actor } from '../domain/actor.ts'
import { allRoles, type Role } from '../../house/roles.ts'
import { roleName } from '../domain/roles.ts'

/** All that people.njk shows. */
export function peoplePage(people: readonly Person[], settings: Settings, code: string) {
  return {
    title: 'People',
    back: { href: authorityPath(code, 'settings'), text: 'Settings' },
    addHref: authorityPath(code, 'settings', 'people', 'new'),
    rolesHref: authorityPath(code, 'settings', 'roles'),
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

/** The form of a person. Roles are called as the authority calls them. */
export const personForm = (settings: Settings, successors: readonly { value: string; text: string }[]) =>
  formOf({
    replaces: hiddenField(),
    name: lineField(),
    email: emailField(),
    roles: ticksField(
      allRoles.map((role) => ({ value: role, text: roleName(role, settings), hint: { text: roleHints[role] } })),
    ),
    team: lineField(),
    officerId: lineField(),
    workerId: lineField(),
    isActive: tickField('May sign in'),
    forgetsAccount: tickField(
      'Has a new work account',
      'Forget the account they signed in with so far. The next that brings their email address becomes theirs.',
    ),
    /** Who is named for sealed records in this person's place. */
    successor: choiceField(successors, { first: 'Choose an IRO manager' }),
  })
export type PersonForm = ReturnType<typeof personForm>

/** The form filled with what is known of a person; that of someone new, who may sign in. */
export const firstPerson = (form: PersonForm, person: Person | null): TypedIn<PersonForm> =>
  form.first(
    person === null ? { isActive: true } : { ...person, replaces: person.knownFrom.toString(), forgetsAccount: false },
  )

/** What a form says of a person. */
export function entryOf({
  name,
  email,
  roles,
  team,
  officerId,
  workerId,
  isActive,
}: ValuesIn<PersonForm>): PersonEntry {
  return { name: name ?? '', email: email?.toLowerCase() ?? '', roles, team, officerId, workerId, isActive }
}

/** What each role is for, in a sentence: beside its box, and before a person is given it. */
export const roleHints: Readonly<Record<Role, string>> = {
  iro: 'Reads every child’s record, to stand in for colleagues.',
  fostering_iro: 'Reads the records of children allocated to them.',
  iro_manager: 'Reads every record, seals records, sees who has looked, imports, writes the report.',
  business_support: 'Reads every record and imports.',
  social_worker:
    'Reads the records of children who are theirs in the return; a personal adviser, of young people who are theirs in the register of advisers. Give their id as a social worker.',
  team_manager: 'Reads the records of the team’s children. Give the team.',
  senior_leader: 'Sees figures and the report. Sees no child’s record.',
  analyst: 'Reads every record, imports, sees what is odd in the data.',
  administrator: 'Adds people and changes what they may do. Sees no child’s record.',
}

/** All that person.njk shows. `person` null: someone new. */
export function personPage(
  person: Person | null,
  shown: ReturnType<PersonForm['shown']>,
  teams: readonly string[],
  code: string,
  csrfToken: string,
) {
  const { successor } = shown.fields
  return {
    title: person === null ? 'Add a person' : person.name,
    back: { href: authorityPath(code, 'settings', 'people'), text: 'People' },
    action: authorityPath(code, 'settings', 'people', person?.personId ?? 'new'),
    csrfToken,
    ...shown,
    teams,
    sessionsHref: person === null ? null : authorityPath(code, 'settings', 'people', person.personId, 'sessions'),
    hasAccount: person !== null && person.identity !== null,
    // Asked only where it has to be: nobody is told of seals that they need not know of.
    asksSuccessor: successor.value !== '' || successor.errorMessage !== null,
  }
}

/** Who may be named for sealed records in a person's place, by the person who changes the person. */
export const successorsOf = (person: Person | null, everyone: readonly Person[], actor: Actor) =>
  everyone
    .filter((other) => other.personId !== person?.personId && mayBeNamedBy(actor, other))
    .map(({ personId, name }) => ({ value: personId, text: name }))

/** What is wrong with a person as entered, where it is put right. */
export const personFaults = (problems: readonly PersonProblem[]): FaultIn<PersonForm>[] =>
  faultsOf(
    problems,
    {
      name_missing: 'name',
      email_not_an_address: 'email',
      email_taken: 'email',
      account_taken: 'email',
      no_role: 'roles',
      officer_taken: 'officerId',
      team_missing: 'team',
      last_administrator: 'roles',
      own_reach: 'roles',
      last_named: 'successor',
      changed_meanwhile: null,
    },
    personProblemText,
  )
