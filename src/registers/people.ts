import type { MaySee } from '../kernel/visibility.ts'
import { rememberedFor, rememberedWhileSame } from '../kernel/remember.ts'
import { type Content, type Register, type StoredRows, namesOnly } from './register.ts'
import { bringingAmong, columnBringing, peopleOfRow, thingsReferred } from './things.ts'

type Rows = ReadonlyMap<string, Content>
const nothing: Rows = new Map()

/** The names of things that may be seen; null where none that is brought is hidden. */
type NamesSeen = ReadonlySet<string> | null

/**
 * Gives the rows of these registers that are about nobody, or only about people who may be seen: a row that names several
 * is seen by who may see all of them, and one that refers to a thing (a review) by who may see the row that brings it. Of
 * the same rows it always gives the same. A register not among these is left out.
 */
export function rowsSeen(registers: readonly Register[], maySee: MaySee): (stored: StoredRows) => StoredRows {
  const lookers = new Map(registers.map((register) => [register.name, lookerOf(register, registers, maySee)]))
  return rememberedFor((stored) => {
    const found = new Map<string, Rows>()
    const seenOf = (name: string): Rows => {
      const known = found.get(name)
      if (known) return known
      const rows = stored.get(name) ?? nothing
      // Where registers refer to each other in a circle, what is already being looked at hides nothing more.
      found.set(name, rows)
      const looker = lookers.get(name)
      const seen = looker ? looker.seen(rows)(...looker.restsOn.map((rest) => rest.namesSeen(stored, seenOf))) : rows
      found.set(name, seen)
      return seen
    }
    return new Map(registers.map(({ name }) => [name, seenOf(name)]))
  })
}

/** How it is seen which rows of a register may be seen, and what of other registers that rests on. */
function lookerOf(register: Register, registers: readonly Register[], maySee: MaySee) {
  const restsOn = thingsReferred(register).flatMap(({ column, thing }) =>
    registers.flatMap((other) => {
      const bringing = columnBringing(other, thing)
      if (bringing === undefined) return []
      const namesIn = rememberedFor((rows: Rows) => new Set(Array.from(rows.values(), (content) => String(content[bringing])))) // prettier-ignore
      const namesSeen = (stored: StoredRows, seenOf: (name: string) => Rows): NamesSeen => {
        const seen = seenOf(other.name)
        return seen === (stored.get(other.name) ?? nothing) ? null : namesIn(seen)
      }
      return [{ column, namesSeen }]
    }),
  )
  const isOwnSeen = namesOnly(register, maySee)
  const seen = rememberedFor((rows: Rows) =>
    rememberedWhileSame((...names: readonly NamesSeen[]): Rows => {
      const isSeen = (content: Content) =>
        isOwnSeen(content) &&
        restsOn.every(({ column }, at) => {
          const name = content[column]
          return name === undefined || (names[at]?.has(String(name)) ?? true)
        })
      const left = [...rows].filter(([, content]) => isSeen(content))
      return left.length === rows.size ? rows : new Map(left)
    }),
  )
  return { seen, restsOn }
}

type Together = (stored: StoredRows) => StoredRows

/** Gives the rows of these registers alone: as long as none of them changes, the very same. */
export function rowsOf(registers: readonly Register[]): Together {
  const withNext = (chosen: readonly (readonly [string, Rows])[]): Together => {
    const next = registers[chosen.length]
    if (!next) {
      const together = new Map(chosen)
      return () => together
    }
    const { name } = next
    const withRows = rememberedFor((rows: Rows) => withNext([...chosen, [name, rows]]))
    return (stored) => withRows(stored.get(name) ?? nothing)(stored)
  }
  return withNext([])
}

/** Everyone whom rows of these registers are about, by themselves or by what they refer to among `stored`. */
export function peopleIn(
  registers: readonly Register[],
  stored: StoredRows,
  all: readonly Register[] = registers,
): Set<string> {
  const rowsIn = ({ name }: Register) => stored.get(name)?.values() ?? []
  const bringing = bringingAmong(all, rowsIn)
  return new Set(
    registers.flatMap((register) =>
      [...rowsIn(register)].flatMap((content) => peopleOfRow({ register, content }, bringing)),
    ),
  )
}
