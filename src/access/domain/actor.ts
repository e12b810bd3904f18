import { type Permission, type Scope, scopeIn } from '../../house/permission.ts'
import type { Role } from '../../house/roles.ts'

/** Who acts: a person who has signed in, with all that decides what they may do. */
export interface Actor {
  /** As the log names them. */
  personId: string
  name: string
  /** The GSS code of the one authority they work for. */
  authority: string
  roles: readonly Role[]
  /** Their id in the register of officers; null for others. */
  officerId: string | null
  /** Their id as a social worker in the return (`SW_ID`); null for others. */
  workerId: string | null
  /** The name of their team; null where they are in none. */
  team: string | null
}

/** The id by which the log names the person who works on the computer itself, without sign-in. */
export const OPERATOR_ID = 'operator'

/** The id by which the log names the person who runs commands on it. */
export const COMMAND_LINE_ID = 'command-line'

/** The id by which the log names someone with an account that no person here has. */
export const UNKNOWN_ACCOUNT_ID = 'unknown-account'

/** The id by which the log names anyone who answers by a private link, without signing in. */
export const PRIVATE_LINK_ID = 'private-link'

/** Anyone who works on the computer that Footprint runs on, where no sign-in has been set up. */
export const localOperator = (authority: string): Actor => ({
  personId: OPERATOR_ID,
  name: 'Local operator',
  authority,
  roles: ['iro_manager', 'analyst', 'administrator'],
  officerId: null,
  workerId: null,
  team: null,
})

/** How far the permission reaches for this person: the widest of their roles'; null where they do not hold it. */
export const scopeOf = (actor: Pick<Actor, 'roles'>, permission: Permission): Scope | null =>
  scopeIn(actor.roles, permission)

/** Whether this person holds the permission at all. */
export const may = (actor: Pick<Actor, 'roles'>, permission: Permission): boolean => scopeOf(actor, permission) !== null
