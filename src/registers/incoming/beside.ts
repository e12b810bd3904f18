import type { Beside, Content, Fault, Register, StoredRows } from '../register.ts'
import { type Draft, differingColumns } from './draft.ts'
import { isSound } from './names.ts'
import type { SentTable } from './sent.ts'
import { type SentFault, keptFault } from './sentFault.ts'

/** What rows of several registers are judged by. */
interface JudgedBeside {
  tables: readonly SentTable[]
  drafts: readonly Draft[]
  stored: StoredRows
  settings: Beside['settings']
}

/** The registers whose rules over several registers have something to say: they, or those that they read, were sent. */
export const registersJudged = (tables: readonly SentTable[], registers: readonly Register[]): Register[] =>
  registers.filter(
    (one) => one.hasChecksWith && tables.some(({ register }) => register === one || one.readsBeside.includes(register)), // prettier-ignore
  )

/**
 * Finds what is wrong between the rows of a register and those of others, sent and kept together; gives what is wrong
 * with rows that are kept and were not sent. What was wrong of a kept row before anything was sent is none of it: the
 * authority may have changed what it asks for since.
 */
export function faultWith(register: Register, { tables, drafts, stored, settings }: JudgedBeside): SentFault[] {
  const own = drafts.filter((draft) => draft.table.register === register && isSound(draft))
  const byKey = new Map(own.map((draft) => [draft.key ?? '', draft]))
  const together = withSent(register, drafts, stored)
  const all = new Map(stored)
  for (const other of register.readsBeside) all.set(other.name, withSent(other, drafts, stored))
  const ofKept: SentFault[] = []
  const table = tables.find((one) => one.register === register)
    ?? tables.find((one) => register.readsBeside.includes(one.register)) // prettier-ignore
  const kept = stored.get(register.name) ?? new Map<string, Content>()
  let before: ReturnType<Register['faultsWith']> | null = null
  const isOld = (key: string, { column, reason }: Fault): boolean => {
    const [was, is] = [kept.get(key), together.get(key)]
    if (!was || !is || differingColumns(register, was, is).length > 0) return false
    before ??= register.faultsWith(kept, { rowsOf: (other) => other.rowsIn(stored), settings })
    return before.get(key)?.some((fault) => fault.column === column && fault.reason === reason) === true
  }
  for (const [key, found] of register.faultsWith(together, { rowsOf: (other) => other.rowsIn(all), settings })) {
    const faults = found.filter((fault) => !isOld(key, fault))
    const draft = byKey.get(key)
    if (draft) draft.faults.push(...faults)
    else if (table) {
      ofKept.push(...faults.map((fault) => keptFault(table.file, fault, together.get(key)?.[fault.column])))
    }
  }
  if (ofKept.length > 0) {
    for (const draft of drafts) {
      if (draft.table === table) draft.hindrances.push({ column: '', reason: 'does not go with what is kept' })
    }
  }
  return ofKept
}

/** The rows of a register that are kept, with those sent that can be. */
function withSent(register: Register, drafts: readonly Draft[], stored: StoredRows): ReadonlyMap<string, Content> {
  const kept = stored.get(register.name) ?? new Map<string, Content>()
  const sent = drafts.filter((draft) => draft.table.register === register && isSound(draft))
  return sent.length === 0 ? kept : new Map([...kept, ...sent.map(({ key, content }) => [key ?? '', content] as const)])
}
