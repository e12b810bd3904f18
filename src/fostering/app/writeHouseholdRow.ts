import type { Asking } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import type { NotKept } from '../../kernel/words.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import type { Register } from '../../registers/register.ts'
import { fosterCarers } from '../registers/fosterCarers.ts'

/** Writes a row about a household that the user sees; stores nothing unless the list it gives is empty. */
export type WriteHouseholdRow = (
  asked: Asking & { what: string; register: Register; row: RowToKeep },
) => Promise<readonly NotKept[]>

/** A row that is written down again, by its key, replaces what it said before. */
export const makeWriteHouseholdRow =
  (deps: Changing): WriteHouseholdRow =>
  ({ what, register, row, ...asking }) =>
    keepRecords<never>(deps, asking, {
      what,
      registers: [register, fosterCarers],
      logged: () => ({ what, children: [] }),
      decide: () => ({ rows: [row] }),
    })
