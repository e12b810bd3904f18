import type { NotKept } from '../../kernel/words.ts'
import { readCell, shownValue } from '../cells.ts'
import { PERSON } from '../columns.ts'
import { type Content, type Fault, type Register, type StoredRows, withKept } from '../register.ts'

/** A row that people want kept, in place of what was kept under its key. */
interface RowByHand {
  register: Register
  key: string
  content: Content
}

/**
 * Why rows that people entered in the pages can’t be kept: what a file with them would be refused for. Cells and
 * references that say what they said before are left alone. Looks at the rows to be kept and those that they refer to;
 * at all rows of a register only where it has rules between its rows. The people whom a row is about are for the page to
 * have seen. `after`: the rows as they stand with these, where the person who asks has them already.
 */
export function whyNotKept(
  rows: readonly RowByHand[],
  stored: StoredRows,
  registers: readonly Register[],
  after = withKept(stored, rows),
): NotKept[] {
  const judged = rows.map((row) => ({
    row,
    faults: faultsOfRow(row, stored, (thing, name) => isKnown(thing, name, rows, stored, registers)),
  }))
  // As in a file: rules between rows see those that are right in themselves.
  const sound = judged.filter(({ faults }) => faults.length === 0).map(({ row }) => row)
  const together = sound.length === rows.length ? after : withKept(stored, sound)
  return [
    ...judged.flatMap(({ row, faults }) => faults.map((fault) => notKept(row, fault))),
    ...faultsBetween(sound, together),
    ...faultsBeside(sound, together, registers),
  ]
}

function faultsOfRow(
  { register, key, content }: RowByHand,
  stored: StoredRows,
  isKnownHere: (thing: string, name: string) => boolean,
): Fault[] {
  const before = stored.get(register.name)?.get(key)
  const faults = register.columns.flatMap((column): Fault[] => {
    const value = content[column.name]
    const fault = (reason: string) => [{ column: column.name, reason }]
    if (value === undefined) return column.isMandatory ? fault('is blank: each row needs it') : []
    if (value === before?.[column.name]) return []
    const read = readCell(column, shownValue(value))
    if ('reason' in read) return fault(read.reason)
    if (column.kind !== 'reference' || column.thing === PERSON || isKnownHere(column.thing, String(value))) return []
    return fault(`is no ${column.thing} that is known here`)
  })
  // As in a file: rules over several columns see a cell that can’t be read as one that is not there.
  const faulty = new Set(faults.map(({ column }) => column))
  const readable = Object.fromEntries(Object.entries(content).filter(([column]) => !faulty.has(column)))
  return [...faults, ...register.faultsOf(readable, faulty)]
}

/** Throws where no register that the change reads brings such things: then it can’t be known. */
function isKnown(
  thing: string,
  name: string,
  rows: readonly RowByHand[],
  stored: StoredRows,
  registers: readonly Register[],
): boolean {
  const bringing = registers.flatMap((register) =>
    register.columns.flatMap((column) =>
      column.kind === 'identifier' && column.thing === thing ? [{ register, column: column.name }] : [],
    ),
  )
  if (bringing.length === 0) throw new Error(`a change that refers to a ${thing} must read the register that has them`)
  return bringing.some(({ register, column }) => {
    const isIts = (content: Content) => content[column] === name
    const own = rows.filter((row) => row.register === register)
    return own.some(({ content }) => isIts(content)) || [...(stored.get(register.name)?.values() ?? [])].some(isIts)
  })
}

/** What is wrong between rows of the registers that the change writes. */
function faultsBetween(changed: readonly RowByHand[], together: StoredRows): NotKept[] {
  return [...new Set(changed.map(({ register }) => register))].flatMap((register) => {
    const contents = together.get(register.name) ?? nothing
    return register.hasChecksAmong ? notKeptOf(register, contents, register.faultsAmong(contents)) : []
  })
}

/** What is wrong between registers, of those that the change has read: the page sees to what the authority has set. */
function faultsBeside(changed: readonly RowByHand[], together: StoredRows, registers: readonly Register[]): NotKept[] {
  return registers.flatMap((register) => {
    const isRead = register.readsBeside.length > 0 && register.readsBeside.every((other) => registers.includes(other))
    const isChanged = changed.some((row) => row.register === register || register.readsBeside.includes(row.register))
    if (!isRead || !isChanged) return []
    const contents = together.get(register.name) ?? nothing
    const faults = register.faultsWith(contents, { rowsOf: (other) => other.rowsIn(together), settings: null })
    return notKeptOf(register, contents, faults)
  })
}

const nothing: ReadonlyMap<string, Content> = new Map()

const notKeptOf = (
  register: Register,
  contents: ReadonlyMap<string, Content>,
  faults: ReadonlyMap<string, readonly Fault[]>,
): NotKept[] =>
  [...faults].flatMap(([key, found]) => found.map((fault) => notKept({ register, content: contents.get(key) ?? {} }, fault))) // prettier-ignore

const notKept = ({ register, content }: Pick<RowByHand, 'register' | 'content'>, fault: Fault): NotKept => ({
  code: 'not_kept',
  why: `This can’t be kept: in ${register.name}, ${fault.column} “${shownValue(content[fault.column])}” ${fault.reason}`,
})
