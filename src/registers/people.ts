import type { MaySee } from '../kernel/visibility.ts'
import { rememberedFor, rememberedWhileSame } from '../kernel/remember.ts'
import { type Rows, changesBetween } from './changes.ts'
import { type Content, type Register, type StoredRows, namesOnly, rowKey } from './register.ts'
import { bringingAmong, columnBringing, keyedBy, peopleOfRow, thingsReferred } from './things.ts'

const nothing: Rows = new Map()

/** The rows seen of a register that brings things; null where none of it is hidden, so that no name of a thing tells anything. */
type BringingSeen = Rows | null

/**
 * Gives the rows of these registers that are about nobody, or only about people who may be seen: a row that names several
 * is seen by who may see all of them, and one that refers to a thing (a review) by who may see the row that brings it. Of
 * the same rows it always gives the same. A register not among these is left out. After a change only the rows are looked
 * at that it touches.
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
      const seen = looker ? looker.seen(rows)(...looker.restsOn.map(({ seenIn }) => seenIn(stored, seenOf))) : rows
      found.set(name, seen)
      return seen
    }
    return new Map(registers.map(({ name }) => [name, seenOf(name)]))
  })
}

/** What was seen last of a register: what is seen after a change is made of it. */
interface SeenLast {
  rows: Rows
  bringing: readonly BringingSeen[]
  seen: Rows
}

/** How it is seen which rows of a register may be seen, and what of other registers that rests on. */
function lookerOf(register: Register, registers: readonly Register[], maySee: MaySee) {
  const restsOn = thingsReferred(register).flatMap(({ column, thing }) =>
    registers.flatMap((other) => {
      const bringing = columnBringing(other, thing)
      if (bringing === undefined) return []
      const seenIn = (stored: StoredRows, seenOf: (name: string) => Rows): BringingSeen => {
        const seen = seenOf(other.name)
        return seen === (stored.get(other.name) ?? nothing) ? null : seen
      }
      return [{ column, seenIn, ...namesIn(other, bringing) }]
    }),
  )
  const isOwnSeen = namesOnly(register, maySee)
  const isSeenBeside =
    (bringing: readonly BringingSeen[]) =>
    (content: Content): boolean =>
      isOwnSeen(content) &&
      restsOn.every(({ column, isNamed }, at) => {
        const name = content[column]
        const rows = bringing[at] ?? null
        return name === undefined || rows === null || isNamed(rows, String(name))
      })

  /** The keys of the rows of which it may be another answer than before whether they are seen; null for all. */
  function keysToAsk(before: SeenLast, rows: Rows, bringing: readonly BringingSeen[]): Set<string> | null {
    const keys = new Set(changesBetween(before.rows, rows).map(({ key }) => key))
    for (const [at, { column, namesChanged }] of restsOn.entries()) {
      const [was = null, is = null] = [before.bringing[at], bringing[at]]
      if (was === is) continue
      if (was === null || is === null) return null
      const names = namesChanged(was, is)
      if (names.size === 0) continue
      for (const [key, content] of rows) if (names.has(String(content[column]))) keys.add(key)
    }
    return keys
  }

  // The whole register as it was is not held: what a few may see would keep it, for as long as nobody asks again.
  let last: (Omit<SeenLast, 'rows'> & { rows: WeakRef<Rows> }) | null = null
  const seen = rememberedFor((rows: Rows) =>
    rememberedWhileSame((...bringing: readonly BringingSeen[]): Rows => {
      const isSeen = isSeenBeside(bringing)
      const rowsBefore = last?.rows.deref()
      const before = last && rowsBefore ? { ...last, rows: rowsBefore } : null
      const keys = before && keysToAsk(before, rows, bringing)
      const seen = before && keys ? seenAgain(before, rows, keys, isSeen) : seenOfAll(rows, isSeen)
      last = { rows: new WeakRef(rows), bringing, seen }
      return seen
    }),
  )
  return { seen, restsOn }
}

/** How the names of the things that rows of a register bring are asked for. */
function namesIn(register: Register, column: string) {
  if (keyedBy(register)?.column === column) {
    const keyOf = (name: string) => rowKey(register, { [column]: name })
    return {
      isNamed: (rows: Rows, name: string) => rows.has(keyOf(name)),
      namesChanged: (before: Rows, after: Rows) =>
        new Set(
          changesBetween(before, after).flatMap(({ before: was, after: is }) =>
            was && is ? [] : String((was ?? is)?.[column]),
          ),
        ),
    }
  }
  const names = rememberedFor((rows: Rows) => new Set(Array.from(rows.values(), (content) => String(content[column]))))
  return {
    isNamed: (rows: Rows, name: string) => names(rows).has(name),
    namesChanged: (before: Rows, after: Rows) => {
      const [were, are] = [names(before), names(after)]
      return new Set([...were, ...are].filter((name) => were.has(name) !== are.has(name)))
    },
  }
}

const seenOfAll = (rows: Rows, isSeen: (content: Content) => boolean): Rows =>
  whole(rows, new Map([...rows].filter(([, content]) => isSeen(content))))

/** The rows themselves where all of them are seen. */
const whole = (rows: Rows, seen: Rows): Rows => (seen.size === rows.size ? rows : seen)

/** What `seenOfAll` gives, where only of the rows under these keys it may be another answer than before. */
function seenAgain(
  { seen: before, rows: rowsBefore }: SeenLast,
  rows: Rows,
  keys: ReadonlySet<string>,
  isSeen: (content: Content) => boolean,
): Rows {
  const asked = new Map([...keys].map((key) => [key, rows.get(key)] as const))
  const seenNow = new Map([...asked].filter(([, content]) => content !== undefined && isSeen(content)))
  if (before === rowsBefore && seenNow.size === [...asked.values()].filter(Boolean).length) return rows
  const stay = [...keys].every((key) => before.has(key) === seenNow.has(key))
  if (stay && [...seenNow].every(([key, content]) => before.get(key) === content)) return whole(rows, before)
  const after = new Map<string, Content>()
  if (stay) {
    for (const [key, content] of before) after.set(key, seenNow.get(key) ?? content)
  } else {
    for (const [key, content] of rows) if (keys.has(key) ? seenNow.has(key) : before.has(key)) after.set(key, content)
  }
  return whole(rows, after)
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
