import { type Asking, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import type { Permission } from '../../house/permission.ts'
import type { NotKept } from '../../kernel/words.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import type { Register } from '../../registers/register.ts'
import { withThoseReferredTo } from '../../registers/things.ts'

/** A row about a child as someone writes it down by hand. */
export interface RowToWrite extends Asking {
  child: string
  /** With which the child must be seen. */
  permission: Permission
  /** In words that follow who did it: `wrote an oversight entry`. */
  what: string
  register: Register
  row: RowToKeep
}

/** Stores nothing unless the list it gives is empty; null where the child is not there for the user. */
export type WriteRow = (row: RowToWrite) => Promise<readonly NotKept[] | null>

/** A row that is written down again, by its key, replaces what it said before. */
export const makeWriteRow =
  (deps: Changing & Seeing & { all: readonly Register[] }): WriteRow =>
  async ({ child, permission, what, register, row, ...asking }) => {
    if ((await seenChild(deps, asking, permission, child)) === null) return null
    return keepRecords<never>(deps, asking, {
      what,
      // What the row refers to, an officer or a review, is known by the registers that have it.
      registers: withThoseReferredTo([register], deps.all),
      logged: () => ({ what, children: [child] }),
      decide: () => ({ rows: [row] }),
    })
  }
