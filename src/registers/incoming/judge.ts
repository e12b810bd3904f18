import type { MaySee } from '../../kernel/visibility.ts'
import { cellOf, draftsOf, type Draft } from './draft.ts'
import type { Beside, Content, Register, StoredRows } from '../register.ts'
import { faultUnknownNames, hinderDependants, isSound, namesKept, thingsOf, type Names } from './names.ts'
import { rowsSeen } from '../people.ts'
import { PERSON } from '../columns.ts'
import { faultWith, registersJudged } from './beside.ts'
import { type SentFault, keptFault } from './sentFault.ts'
import { faultHidden, peopleSent } from './hidden.ts'
import { faultSameKeys } from './sameKey.ts'
import type { Sent, SentTable } from './sent.ts'
import { type JudgedTable, outcomeOf } from './outcome.ts'

/** What becomes of all that was sent. */
export interface Judgement {
  tables: readonly JudgedTable[]
  /**
   * What is wrong, in the order of the files, and of each table no more than anyone reads. With any of it the whole is
   * refused, unless valid rows are kept.
   */
  faults: readonly SentFault[]
  /** How many faults there are beyond those listed. */
  moreFaults: number
  /** Rows with nothing wrong that must be left out with those that have faults; of each table the first. */
  hindrances: readonly SentFault[]
  /** The people whom the rows name who are known here and may be seen: of them it says what is kept. */
  peopleShown: readonly string[]
  /** Those who may not be seen. The rows about them are judged as though these had never been in the records. */
  peopleHidden: readonly string[]
}

/** Of a table: a file of nonsense has a fault in each cell. */
const MOST_LISTED = 10_000

/** What rows that are sent are judged against. */
export interface Kept {
  /** All registers there are. */
  registers: readonly Register[]
  /** The rows of the registers sent and of those they refer to. */
  stored: StoredRows
  /** Which of the names referred to are known outside the registers. */
  outside: Names
  /** Whom the person who sends the rows may see. */
  maySee: MaySee
  /** What the authority has set itself; null where it is not known. */
  settings?: Beside['settings']
}

/** Judges what was sent against what is kept, as far as the person who sends it may see that. */
export function judge(
  sent: Sent,
  { registers, stored: all, outside: known, maySee, settings = null }: Kept,
): Judgement {
  const stored = rowsSeen(registers, maySee)(all)
  const outside = namesSeen(known, maySee)
  const judged = sent.tables.map((table) => {
    const kept = stored.get(table.register.name) ?? new Map<string, Content>()
    const drafts = draftsOf(table, kept)
    faultSameKeys(drafts)
    return { table, kept, drafts, ofTable: faultAmong(table, kept, drafts) }
  })
  const unread = new Set(sent.unread.flatMap(thingsOf))
  const drafts = judged.flatMap((one) => one.drafts)
  const names = namesKept(registers, stored, outside)
  faultUnknownNames(drafts, names, unread)
  hinderDependants(drafts, names)
  faultHidden(drafts, all, maySee)
  hinderDependants(drafts, names)
  const ofKept = registersJudged(sent.tables, registers).flatMap((register) =>
    faultWith(register, { tables: sent.tables, drafts, stored, settings }),
  )
  hinderDependants(drafts, names)
  const people = peopleSent(drafts, all, maySee)
  const peopleKnown = names.get(PERSON)
  const faults = [...judged.flatMap((one) => [...one.ofTable, ...listed(one.drafts, 'faults')]), ...ofKept]
  const count = judged.reduce((sum, one) => sum + one.ofTable.length + countOf(one.drafts), ofKept.length)
  return {
    tables: judged.map((one) => outcomeOf(one.table, one.kept, one.drafts)),
    faults,
    moreFaults: count - faults.length,
    hindrances: judged.flatMap((one) => listed(one.drafts, 'hindrances')),
    peopleShown: [...people.seen].filter((person) => peopleKnown?.has(person)),
    peopleHidden: [...people.hidden],
  }
}

/** Of these names of people, those who may be seen. */
function namesSeen(names: Names, maySee: MaySee): Names {
  const people = names.get(PERSON)
  return people ? new Map([...names, [PERSON, new Set([...people].filter(maySee))]]) : names
}

const countOf = (drafts: readonly Draft[]): number => drafts.reduce((sum, { faults }) => sum + faults.length, 0)

function listed(drafts: readonly Draft[], which: 'faults' | 'hindrances'): SentFault[] {
  const list: SentFault[] = []
  for (const draft of drafts) {
    if (list.length >= MOST_LISTED) break
    for (const fault of draft[which]) {
      list.push({ file: draft.table.file, row: draft.sent.row, value: cellOf(draft, fault.column), ...fault })
    }
  }
  return list
}

/** Finds what is wrong between the rows of a register; gives what is wrong with rows that are kept and were not sent. */
function faultAmong(table: SentTable, kept: ReadonlyMap<string, Content>, drafts: readonly Draft[]): SentFault[] {
  const byKey = new Map(drafts.filter(isSound).map((draft) => [draft.key ?? '', draft]))
  const together = new Map([...kept, ...[...byKey].map(([key, { content }]) => [key, content] as const)])
  const ofTable: SentFault[] = []
  for (const [key, faults] of table.register.faultsAmong(together)) {
    const draft = byKey.get(key)
    if (draft) draft.faults.push(...faults)
    else ofTable.push(...faults.map((fault) => keptFault(table.file, fault, together.get(key)?.[fault.column])))
  }
  if (ofTable.length > 0) {
    for (const { hindrances } of drafts) hindrances.push({ column: '', reason: 'does not go with what is kept' })
  }
  return ofTable
}
