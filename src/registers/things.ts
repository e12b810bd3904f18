import { rememberedFor } from '../kernel/remember.ts'
import { PERSON } from './columns.ts'
import { type Content, type Register, type StoredRows, peopleNamed, rowKey } from './register.ts'

/** A column that refers to a thing which is no person: the review in a register of decisions. */
export interface ThingReferred {
  column: string
  thing: string
}

/** The references of a register to things that are no people. */
export const thingsReferred = rememberedFor(({ columns }: Register): readonly ThingReferred[] =>
  columns.flatMap((column) =>
    column.kind === 'reference' && column.thing !== PERSON ? [{ column: column.name, thing: column.thing }] : [],
  ),
)

/** The column by which a register brings such things; undefined where it brings none. */
export const columnBringing = ({ columns }: Register, thing: string): string | undefined =>
  columns.find((column) => column.kind === 'identifier' && column.thing === thing)?.name

/** These registers and those that bring what they refer to, however far: together they say whom their rows are about. */
export function withThoseReferredTo(chosen: readonly Register[], all: readonly Register[]): Register[] {
  const found = new Set(chosen)
  // What is added on the way is gone through as well.
  for (const register of found) {
    for (const { thing } of thingsReferred(register)) {
      for (const other of all) if (columnBringing(other, thing)) found.add(other)
    }
  }
  return [...found]
}

/** A row with the register that it is of. */
export interface RowOfRegister {
  register: Register
  content: Content
}

/** Gives the rows that bring a thing of this name. */
export type RowsBringing = (thing: string, name: string) => readonly RowOfRegister[]

/** Finds among rows those that bring a thing. Each kind of thing is looked through once, when it is first asked for. */
export function bringingAmong(
  registers: readonly Register[],
  rowsOf: (register: Register) => Iterable<Content>,
): RowsBringing {
  const byThing = new Map<string, ReadonlyMap<string, readonly RowOfRegister[]>>()
  return (thing, name) => {
    const known = byThing.get(thing) ?? byName(registers, thing, rowsOf)
    byThing.set(thing, known)
    return known.get(name) ?? []
  }
}

const noRows: ReadonlyMap<string, Content> = new Map()

/**
 * The same among all rows that are kept. Where the name of a thing is the key of the register that brings it, as it mostly is,
 * nothing is looked through.
 */
export function bringingFrom(registers: readonly Register[], stored: StoredRows): RowsBringing {
  const keyed = registers.flatMap((register) => keyedBy(register) ?? [])
  const others = registers.filter((register) => keyedBy(register) === null)
  const amongOthers = bringingAmong(others, ({ name }) => stored.get(name)?.values() ?? [])
  return (thing, name) => {
    const found = amongOthers(thing, name)
    const byKey = keyed.flatMap(({ register, column }) => {
      if (columnBringing(register, thing) !== column) return []
      const content = (stored.get(register.name) ?? noRows).get(rowKey(register, { [column]: name }))
      return content ? [{ register, content }] : []
    })
    return [...byKey, ...found]
  }
}

/** A register whose key is the name of the one thing that it brings; null where it is none. */
export const keyedBy = rememberedFor((register: Register): { register: Register; column: string } | null => {
  const [column, ...more] = register.columns.filter(({ kind }) => kind === 'identifier')
  const isKey = column && more.length === 0 && register.key.length === 1 && register.key[0] === column.name
  return isKey ? { register, column: column.name } : null
})

function byName(
  registers: readonly Register[],
  thing: string,
  rowsOf: (register: Register) => Iterable<Content>,
): ReadonlyMap<string, readonly RowOfRegister[]> {
  const found = new Map<string, RowOfRegister[]>()
  for (const register of registers) {
    const column = columnBringing(register, thing)
    if (column === undefined) continue
    for (const content of rowsOf(register)) {
      const name = content[column]
      if (typeof name !== 'string') continue
      found.set(name, [...(found.get(name) ?? []), { register, content }])
    }
  }
  return found
}

/** Whom a row is about: the people it names, and those whom the things it refers to name. */
export function peopleOfRow({ register, content }: RowOfRegister, bringing: RowsBringing): string[] {
  const referred = thingsReferred(register).flatMap(({ column, thing }) => {
    const name = content[column]
    return typeof name === 'string' ? bringing(thing, name).flatMap((row) => peopleOfRow(row, bringing)) : []
  })
  return [...peopleNamed(register, content), ...referred]
}
