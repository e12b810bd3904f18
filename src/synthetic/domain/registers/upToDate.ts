import { peopleNamed, type Content, type Register, type StoredRows } from '../../../registers/register.ts'
import { bringingAmong, peopleOfRow } from '../../../registers/things.ts'
import { meetings } from '../../../reviews/registers/meetings.ts'

/**
 * The rows of made-up registers that bring what is stored up to date. What people did since stays: a row that is not as
 * it was made up `before` is theirs, and a child whom such a row names is left as they have it, in every register. So
 * is a child whose new meeting would take an officer's time that is taken.
 */
export function rowsToBring(
  registers: readonly Register[],
  stored: StoredRows,
  before: StoredRows,
  now: StoredRows,
): StoredRows {
  const theirs = rowsOfPeople(registers, stored, before)
  for (const child of clashing(theirs, stored, now)) theirs.children.add(child)
  const bringing = bringingAmong(registers, ({ name }) => now.get(name)?.values() ?? [])
  return new Map(
    registers.map((register) => {
      const rows = [...(now.get(register.name) ?? [])].filter(
        ([key, content]) =>
          !theirs.keys.has(`${register.name} ${key}`) &&
          !peopleOfRow({ register, content }, bringing).some((child) => theirs.children.has(child)) &&
          !isSame(register, content, stored.get(register.name)?.get(key)),
      )
      return [register.name, new Map(rows)]
    }),
  )
}

interface Theirs {
  keys: Set<string>
  children: Set<string>
}

function rowsOfPeople(registers: readonly Register[], stored: StoredRows, before: StoredRows): Theirs {
  const theirs: Theirs = { keys: new Set(), children: new Set() }
  for (const register of registers) {
    for (const [key, content] of stored.get(register.name) ?? []) {
      if (isSame(register, content, before.get(register.name)?.get(key))) continue
      theirs.keys.add(`${register.name} ${key}`)
      for (const child of peopleNamed(register, content)) theirs.children.add(child)
    }
  }
  return theirs
}

/** Children whose made-up meeting meets one that people have booked with the same officer. */
function clashing({ keys }: Theirs, stored: StoredRows, now: StoredRows): string[] {
  const booked = [...(stored.get(meetings.name) ?? [])]
    .filter(([key, { status }]) => keys.has(`${meetings.name} ${key}`) && status === 'BOOKED')
    .map(([, content]) => content)
  return [...(now.get(meetings.name)?.values() ?? [])].flatMap((made) =>
    booked.some((other) => overlaps(made, other)) ? peopleNamed(meetings, made) : [],
  )
}

function overlaps(made: Content, other: Content): boolean {
  if (made['officer_id'] !== other['officer_id'] || made['date'] !== other['date']) return false
  const [from, to] = [String(other['starts_at'] ?? '00:00'), String(other['ends_at'] ?? '24:00')]
  return String(made['starts_at']) < to && from < String(made['ends_at'])
}

const isSame = ({ columns }: Register, a: Content, b: Content | undefined): boolean =>
  b !== undefined && columns.every(({ name }) => a[name] === b[name])
