import { rememberedFor } from '../kernel/remember.ts'
import type { Content, Register, StoredRows } from './register.ts'
import { bringingFrom, peopleOfRow } from './things.ts'

/** The rows of a register as they are kept, by key. */
export type Rows = ReadonlyMap<string, Content>

/** A row that is other than before: what it was, and what it is; nothing where it was not there, or is no longer. */
export interface ChangedRow {
  key: string
  before: Content | undefined
  after: Content | undefined
}

const noRows: Rows = new Map()

// Neither is held: an earlier state of a register lives no longer than someone needs it.
const changesTo = rememberedFor((after: Rows) =>
  rememberedFor((before: Rows): readonly ChangedRow[] => {
    const changed: ChangedRow[] = []
    let areInBoth = 0
    for (const [key, content] of after) {
      const was = before.get(key)
      if (was !== undefined) areInBoth++
      if (was !== content) changed.push({ key, before: was, after: content })
    }
    if (areInBoth < before.size) {
      for (const [key, was] of before) if (!after.has(key)) changed.push({ key, before: was, after: undefined })
    }
    return changed
  }),
)

/** The rows in which two states of a register differ: a row that stayed the same is the very same content in both. */
export const changesBetween = (before: Rows, after: Rows): readonly ChangedRow[] =>
  before === after ? [] : changesTo(after)(before)

/**
 * Whom the rows are about in which two states of these registers differ, as they were and as they are. Null where that may be
 * anyone: a row that is about nobody, as one of an officer is, may be of importance to everyone.
 */
export function peopleTouched(
  registers: readonly Register[],
  before: StoredRows,
  after: StoredRows,
): ReadonlySet<string> | null {
  const touched = new Set<string>()
  const states = [
    { stored: before, contentOf: (row: ChangedRow) => row.before },
    { stored: after, contentOf: (row: ChangedRow) => row.after },
  ].map((state) => ({ ...state, bringing: bringingFrom(registers, state.stored) }))
  const known = new Map(registers.map((register) => [register.name, register]))
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const changed = changesBetween(before.get(name) ?? noRows, after.get(name) ?? noRows)
    const register = known.get(name)
    if (changed.length > 0 && !register) return null
    if (!register) continue
    for (const row of changed) {
      for (const { contentOf, bringing } of states) {
        const content = contentOf(row)
        if (content === undefined) continue
        const people = peopleOfRow({ register, content }, bringing)
        if (people.length === 0) return null
        for (const person of people) touched.add(person)
      }
    }
  }
  return touched
}
