import { rememberedFor } from '../../kernel/remember.ts'
import { readCell } from '../cells.ts'
import { type Register, type StoredRows, isReferring } from '../register.ts'
import type { Draft } from './draft.ts'
import type { SentTable } from './sent.ts'

/** Names by the thing they are of: officers, children, reviews. */
export type Names = ReadonlyMap<string, ReadonlySet<string>>

/** The names that tables refer to. */
export function namesReferredTo(tables: readonly SentTable[]): Names {
  const names = new Map<string, Set<string>>()
  for (const { register, columns, rows } of tables) {
    for (const column of register.columns) {
      const index = columns.indexOf(column.name)
      if (column.kind !== 'reference' || index === -1) continue
      const found = setAt(names, column.thing)
      for (const { cells } of rows) {
        const read = readCell(column, cells[index] ?? '')
        if ('value' in read && typeof read.value === 'string') found.add(read.value)
      }
    }
  }
  return names
}

/** The things that a register brings into the world. */
export const thingsOf = ({ columns }: Register): string[] =>
  columns.flatMap((column) => (column.kind === 'identifier' ? [column.thing] : []))

/** What is known by name before anything was sent: from the registers as they are kept, and from outside them. */
export function namesKept(
  registers: readonly Register[],
  stored: StoredRows,
  outside: Names,
): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>()
  for (const [thing, known] of outside) for (const name of known) setAt(names, thing).add(name)
  for (const { name: register, columns } of registers) {
    for (const column of columns) {
      if (column.kind !== 'identifier') continue
      const known = setAt(names, column.thing)
      for (const content of stored.get(register)?.values() ?? []) {
        const name = content[column.name]
        if (typeof name === 'string') known.add(name)
      }
    }
  }
  return names
}

/**
 * Finds rows that refer to what nobody knows. A row that refers to one with faults has none by that, see
 * `hinderDependants`. `unread`: things of tables that could not be read at all.
 */
export function faultUnknownNames(drafts: readonly Draft[], kept: Names, unread: ReadonlySet<string>): void {
  const sent = namesBrought(drafts)
  for (const draft of drafts) {
    for (const { column, thing, name } of referencesOf(draft)) {
      if (kept.get(thing)?.has(name) || sent.get(thing)?.has(name)) continue
      if (unread.has(thing))
        draft.hindrances.push({ column, reason: `can’t be looked up while the file of it can’t be read` })
      else draft.faults.push({ column, reason: isUnknown(thing) })
    }
  }
}

/** Hinders the rows that refer to others which can't be kept themselves, and those that refer to these. */
export function hinderDependants(drafts: readonly Draft[], kept: Names): void {
  // Where all can be kept, all that they refer to can.
  if (drafts.every(isSound)) return
  // Each round may hinder rows that others refer to; there are as many rounds as registers that rest on each other.
  for (let isStable = false; !isStable;) {
    isStable = true
    const sound = namesBrought(drafts.filter(isSound))
    for (const draft of drafts.filter(isSound)) {
      for (const { column, thing, name } of referencesOf(draft)) {
        if (kept.get(thing)?.has(name) || sound.get(thing)?.has(name)) continue
        draft.hindrances.push({ column, reason: `refers to a row that can’t be kept itself` })
        isStable = false
      }
    }
  }
}

/** Why a row is refused that refers to what nobody knows, or its sender may not know of. */
export const isUnknown = (thing: string): string => `is no ${thing} that is known here`

/** Whether a row can be kept. */
export const isSound = (draft: Draft): boolean => draft.faults.length === 0 && draft.hindrances.length === 0

function namesBrought(drafts: readonly Draft[]): Names {
  const names = new Map<string, Set<string>>()
  for (const { table, content } of drafts) {
    for (const column of namingColumns(table.register)) {
      const name = content[column.name]
      if (typeof name === 'string') setAt(names, column.thing).add(name)
    }
  }
  return names
}

/** The columns that bring names, read off a register once. */
const namingColumns = rememberedFor(({ columns }: Register) =>
  columns.flatMap((column) => (column.kind === 'identifier' ? [column] : [])),
)

/** The columns that refer to others. Read off a register once: each row of a file is looked at by them. */
const referringColumns = rememberedFor(({ columns }: Register) =>
  columns.flatMap((column) => (column.kind === 'reference' ? [column] : [])),
)

function referencesOf({ table, content }: Draft): { column: string; thing: string; name: string }[] {
  return referringColumns(table.register).flatMap((column) => {
    const name = content[column.name]
    return typeof name === 'string' && isReferring(column, content)
      ? [{ column: column.name, thing: column.thing, name }]
      : []
  })
}

function setAt(names: Map<string, Set<string>>, thing: string): Set<string> {
  const known = names.get(thing)
  if (known) return known
  const made = new Set<string>()
  names.set(thing, made)
  return made
}
