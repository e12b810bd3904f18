import type { NotKept } from '../../kernel/words.ts'
import type { InOneTransaction, Unit } from '../../platform/unitOfWork.ts'
import { type Decision, type Rows, type RowsDecided, holdRows } from '../../registers/app/changeByHand.ts'
import type { RegisterStore } from '../../registers/app/ports.ts'
import type { Register } from '../../registers/register.ts'
import type { LoggedAction } from '../domain/log.ts'
import type { Asking } from './asking.ts'
import type { AccessLog } from './ports.ts'

/** What changing records works with. */
export interface Changing {
  inOneTransaction: InOneTransaction
  store: Pick<RegisterStore, 'rowsForChange'>
  log: Pick<AccessLog, 'note'>
}

/** A change of records of which nobody is told. */
export interface RecordsKept<Problem, Decided extends RowsDecided = RowsDecided> {
  /** In words that follow who did it: `booked a review`. */
  what: string
  /** The registers that the change reads or writes. */
  registers: readonly Register[]
  /** Asked while nobody else can change them: what it finds free is still free when it is stored. */
  decide: (rows: Rows) => Decision<Problem, Decided>
  /** What the log says of it; null for a change that is about no child. */
  logged: (decided: Decided) => Pick<LoggedAction, 'what' | 'children'> | null
}

/** A change of records that people must hear of. */
export interface RecordsChange<Problem, Decided extends RowsDecided, Result> extends RecordsKept<Problem, Decided> {
  /** Tells whom it takes, of what now holds: with the change, or neither happens. Gives what there is to say of it all. */
  tell: (unit: Unit, decided: Decided, rows: Rows) => Promise<Result>
}

/**
 * Changes records and tells people of it, logged, in one unit of work; or gives what is wrong, and does nothing. A row
 * that a file would be refused for is wrong too.
 */
export const changeRecords = <Problem, Decided extends RowsDecided, Result>(
  { inOneTransaction, store, log }: Changing,
  { by: { personId }, authority }: Asking,
  { what, registers, decide, logged, tell }: RecordsChange<Problem, Decided, Result>,
): Promise<{ result: Result } | { problems: readonly (Problem | NotKept)[] }> =>
  inOneTransaction<{ result: Result } | { problems: readonly (Problem | NotKept)[] }>(authority, async (unit) => {
    const held = await holdRows(store, unit, registers)
    const decision = decide(held.rows)
    if ('problems' in decision) return decision
    const problems = held.whyNot(decision.rows)
    if (problems.length > 0) return { problems }
    const rows = await held.keep(decision.rows, { what, by: personId })
    const result = await tell(unit, decision, rows)
    const loggedAction = logged(decision)
    if (loggedAction) log.note(unit, { ...loggedAction, personId, action: 'change' })
    return { result }
  })

/** Changes records of which nobody is told, logged. Gives what is wrong; then nothing is stored. */
export async function keepRecords<Problem>(
  changing: Changing,
  asking: Asking,
  change: RecordsKept<Problem>,
): Promise<readonly (Problem | NotKept)[]> {
  const outcome = await changeRecords(changing, asking, { ...change, tell: () => Promise.resolve(null) })
  return 'problems' in outcome ? outcome.problems : []
}
