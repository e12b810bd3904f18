import * as z from 'zod'
import { emailAddressIn } from '../../kernel/addresses.ts'
import { textTable } from '../../platform/cli/textTable.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { SavePerson } from '../app/managePeople.ts'
import type { AuthorityNamed, PeopleStore } from '../app/ports.ts'
import { COMMAND_LINE_ID } from '../domain/actor.ts'
import { personProblemText } from '../domain/person.ts'
import { type Role, allRoles, isRole } from '../../house/roles.ts'

export interface PeopleCommandDeps {
  people: Pick<PeopleStore, 'all'>
  savePerson: SavePerson
  /** Throws `Refusal` where the authority is not known. */
  authorityNamed: (codeOrName: string) => AuthorityNamed
}

const role = z.string().transform((text, context): Role => {
  if (isRole(text)) return text
  context.addIssue({ code: 'custom', message: `--role is one of ${allRoles.join(', ')}, not ${text}` })
  return z.NEVER
})

/** What `people add` is asked. */
export const addPersonAsked = z.object({
  authority: z.string(),
  name: z.string().trim(),
  email: z.string().transform((typed) => emailAddressIn(typed.toLowerCase()) ?? typed),
  role: z.array(role).min(1, '--role is needed'),
  team: z.string().trim().optional(),
  officer: z.string().trim().optional(),
  worker: z.string().trim().optional(),
})

/** `footprint people add`: enters a person; the first administrator comes in this way. Throws `Refusal`. */
export async function addPerson(
  asked: z.infer<typeof addPersonAsked>,
  { savePerson, authorityNamed }: PeopleCommandDeps,
): Promise<string> {
  const authority = authorityNamed(asked.authority)
  const problems = await savePerson({
    by: { personId: COMMAND_LINE_ID },
    authority,
    personId: null,
    entry: {
      name: asked.name,
      email: asked.email,
      roles: asked.role,
      team: asked.team ?? null,
      officerId: asked.officer ?? null,
      workerId: asked.worker ?? null,
      isActive: true,
    },
    replaces: null,
    forgetsAccount: false,
  })
  if (problems && problems.length > 0)
    throw new Refusal(problems.map((problem) => ({ reason: personProblemText(problem) })))
  return `${asked.name} may now sign in to ${authority.name} with ${asked.email}.\n`
}

/** What `people list` is asked. */
export const listPeopleAsked = z.object({ authority: z.string(), format: z.enum(['table', 'json']).default('table') })

/** `footprint people list`: who may sign in, and who once might. */
export async function listPeople(
  asked: z.infer<typeof listPeopleAsked>,
  { people, authorityNamed }: PeopleCommandDeps,
): Promise<string> {
  const found = (await people.all(authorityNamed(asked.authority).code)).map((person) => ({
    name: person.name,
    email: person.email,
    roles: person.roles,
    team: person.team,
    officer: person.officerId,
    worker: person.workerId,
    isActive: person.isActive,
  }))
  if (asked.format === 'json') return `${JSON.stringify({ people: found }, null, 1)}\n`
  return textTable(
    ['Name', 'Email', 'Roles', 'Team', 'Officer', 'Worker', 'May sign in'],
    found.map((person) => [
      person.name,
      person.email,
      person.roles.join(', '),
      person.team,
      person.officer,
      person.worker,
      person.isActive ? 'yes' : 'no',
    ]),
  )
}
