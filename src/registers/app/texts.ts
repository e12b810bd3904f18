import type { ReadError } from '../../platform/reading/problems.ts'
import type { Unit } from '../../platform/unitOfWork.ts'
import type { SentTable } from '../incoming/sent.ts'
import type { Content, FindRow, Register } from '../register.ts'
import type { RowToKeep } from './ports.ts'

/** The texts of one register as they are kept, and how more are. */
export interface Texts {
  /** By key. */
  rows: ReadonlyMap<string, Content>
  /** Keeps texts as part of the unit. `find` gives the rows of other registers as they then stand. */
  keep: (unit: Unit, texts: readonly RowToKeep[], find: FindRow) => Promise<void>
}

/** Gives the texts of an authority's register. */
export type TextsOf = (authority: string, register: Register) => Promise<Texts>

/** What an import is told of texts that were sent and are not taken in. */
export const notTakenIn = ({ register, file, rows }: SentTable): ReadError[] =>
  register.isText && rows.length > 0
    ? [
        {
          file,
          row: null,
          column: null,
          value: null,
          reason: 'was checked and is not stored: texts are taken in only where that is asked for (--with-text)',
        },
      ]
    : []
