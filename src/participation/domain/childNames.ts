import { childrenRegister } from '../../children/registers/children.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import type { StoredRows } from '../../registers/register.ts'
import { contacts } from '../registers/contacts.ts'

/** The name by which staff know a child. */
export interface ChildName {
  /** First name and family name as the child goes by them: `Wilf Bexley`. */
  full: string
  /** Null where nobody has written them down. */
  pronouns: string | null
  /** Every name that is written down of the child, for a search: the name in `contacts` may be another. */
  all: readonly string[]
}

/**
 * The names of all children in these registers. Where a child has no row in `children`, the name of the child's own
 * contact serves: one that is still asked before one that has ended.
 */
export const childNamesIn = rememberedFor((registers: StoredRows): ReadonlyMap<string, ChildName> => {
  const names = new Map<string, ChildName>()
  const ofChildren = contacts.rowsIn(registers).filter(({ role }) => role === 'CHILD')
  for (const { child, name } of ofChildren.sort((a, b) => Number(a.until !== null) - Number(b.until !== null))) {
    const before = names.get(child)
    names.set(child, before ? { ...before, all: [...before.all, name] } : { full: name, pronouns: null, all: [name] })
  }
  for (const { child, knownAs, familyName, pronouns } of childrenRegister.rowsIn(registers)) {
    const full = [knownAs, familyName ?? ''].filter(Boolean).join(' ')
    names.set(child, { full, pronouns, all: [full, ...(names.get(child)?.all ?? [])] })
  }
  return names
})

/** A child as staff are shown them: `Wilf Bexley, 116852`; the id alone where no name is known. */
export function nameWithId(names: ReadonlyMap<string, Pick<ChildName, 'full'>>, child: string): string {
  const name = names.get(child)
  return name ? `${name.full}, ${child}` : child
}
