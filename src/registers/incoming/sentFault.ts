import { shownValue } from '../cells.ts'
import type { Fault, StoredValue } from '../register.ts'

/** Something wrong with a row that was sent. */
export interface SentFault extends Fault {
  file: string
  /** Null where no row of the file is at fault, but what is kept does not go with it. */
  row: number | null
  /** What stands there; null where its table has no such column. */
  value: string | null
}

/** A fault of a row that is kept, told of the file that does not go with it. `reason`: why, in whole words. */
export const keptFault = (file: string, { column, reason }: Fault, value: StoredValue | undefined): SentFault => ({
  file,
  row: null,
  value: shownValue(value),
  column,
  reason: `${reason}, in a row that is kept and was not sent`,
})
