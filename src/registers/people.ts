import type { MaySee } from '../kernel/visibility.ts'
import { rememberedFor } from '../kernel/remember.ts'
import { type Content, type Register, type StoredRows, namesOnly, peopleNamed } from './register.ts'

const nothing: ReadonlyMap<string, Content> = new Map()

/**
 * Gives the rows of these registers that are about nobody, or only about people who may be seen: a row that names several
 * is seen by who may see all of them. Of the same rows it always gives the same. A register not among these is left out.
 */
export function rowsSeen(registers: readonly Register[], maySee: MaySee): (stored: StoredRows) => StoredRows {
  const seenOf = registers.map((register) => {
    const isSeen = namesOnly(register, maySee)
    const seen = rememberedFor((rows: ReadonlyMap<string, Content>): ReadonlyMap<string, Content> => {
      const left = [...rows].filter(([, content]) => isSeen(content))
      return left.length === rows.size ? rows : new Map(left)
    })
    return { name: register.name, seen }
  })
  return rememberedFor((stored) => new Map(seenOf.map(({ name, seen }) => [name, seen(stored.get(name) ?? nothing)])))
}

type Rows = ReadonlyMap<string, Content>
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

/** Everyone whom rows of these registers are about. */
export const peopleIn = (registers: readonly Register[], stored: StoredRows): Set<string> =>
  new Set(
    registers.flatMap((register) =>
      [...(stored.get(register.name)?.values() ?? [])].flatMap((content) => peopleNamed(register, content)),
    ),
  )
