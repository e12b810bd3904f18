import type { Role } from './roles.ts'

/**
 * How far a permission reaches: the children allocated to the person, those of the person's team, or everyone in the
 * authority. What is not about children has no narrower reach than the authority.
 */
export type Scope = 'own' | 'team' | 'authority'

/** What people may do. The room that it belongs to declares it; routes and use cases refer to the value. */
export interface Permission {
  /** As routes are listed with it, and as it is named where someone does not hold it. No two are the same. */
  id: string
  /** What it lets people do, in words that finish "may". */
  words: string
  /** Whether it shows or changes single children's records: then every use of it is logged with the children. */
  isAboutChildren: boolean
  /** Whether on a sealed record only those named hold it: having opened the record does not give it. */
  isForNamedOnly?: boolean
  /** Who holds it, and how far. A role that is not named does not hold it. */
  roles: Readonly<Partial<Record<Role, Scope>>>
}

/** Those who need any child's record, to stand in for each other and to answer for the whole. */
export const wholeService = {
  iro: 'authority',
  iro_manager: 'authority',
  business_support: 'authority',
  analyst: 'authority',
} as const satisfies Permission['roles']

/** Those who work with some of the children. */
export const someChildren = {
  fostering_iro: 'own',
  social_worker: 'own',
  team_manager: 'team',
} as const satisfies Permission['roles']

const reach: Readonly<Record<Scope, number>> = { own: 1, team: 2, authority: 3 }

/** How far the permission reaches for someone with these roles: the widest of theirs; null where they do not hold it. */
export function scopeIn(held: readonly Role[], { roles }: Pick<Permission, 'roles'>): Scope | null {
  let widest: Scope | null = null
  for (const role of held) {
    const scope = roles[role]
    if (scope !== undefined && (widest === null || reach[scope] > reach[widest])) widest = scope
  }
  return widest
}
