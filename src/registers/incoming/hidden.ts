import type { MaySee } from '../../kernel/visibility.ts'
import { PERSON } from '../columns.ts'
import type { Draft } from './draft.ts'
import { peopleNamed, type Column, type Content, type Register, type StoredRows } from '../register.ts'
import { isSound, isUnknown } from './names.ts'

/**
 * Refuses rows that would be kept in the place of one that may not be seen, or that bring a person who may not: as though
 * what they name were unknown. Without that they would take over, or add to, what is kept of someone hidden. Rows that
 * are refused anyway are left alone: their sender reads what they would read without the hidden person.
 */
export function faultHidden(drafts: readonly Draft[], stored: StoredRows, maySee: MaySee): void {
  for (const draft of drafts) {
    if (!isSound(draft) || namesNobodyHidden(draft, stored, maySee)) continue
    const { register } = draft.table
    const column = columnNaming(register)
    if (column) draft.faults.push({ column: column.name, reason: isUnknown(column.thing) })
  }
}

/** Whom sent rows are about, by whether their sender may see the person. */
export function peopleSent(
  drafts: readonly Draft[],
  stored: StoredRows,
  maySee: MaySee,
): { seen: ReadonlySet<string>; hidden: ReadonlySet<string> } {
  const seen = new Set<string>()
  const hidden = new Set<string>()
  for (const draft of drafts) {
    const named = [draft.content, keptFor(draft, stored)].flatMap((row) => peopleNamed(draft.table.register, row ?? {}))
    for (const person of named) (maySee(person) ? seen : hidden).add(person)
  }
  return { seen, hidden }
}

function namesNobodyHidden(draft: Draft, stored: StoredRows, maySee: MaySee): boolean {
  const { register } = draft.table
  return [draft.content, keptFor(draft, stored)].every((row) => peopleNamed(register, row ?? {}).every(maySee))
}

/** What is kept under the row's key, whoever may see it. */
const keptFor = ({ table, key }: Draft, stored: StoredRows): Content | null =>
  (key === null ? null : stored.get(table.register.name)?.get(key)) ?? null

type NamingColumn = Column & { kind: 'identifier' | 'reference' }

/** The column by which a row is told to be unknown: the first of its key that names something, or the person's. */
function columnNaming({ columns, key }: Register): NamingColumn | undefined {
  const naming = columns.filter((column): column is NamingColumn => 'thing' in column)
  return (
    key.flatMap((name) => naming.find((column) => column.name === name) ?? [])[0] ??
    naming.find(({ thing }) => thing === PERSON)
  )
}
