import { Problems, type ReadError } from '../../platform/reading/problems.ts'
import { judge, type Kept } from '../incoming/judge.ts'
import type { SentFault } from '../incoming/sentFault.ts'
import type { JudgedTable } from '../incoming/outcome.ts'
import type { ReadRegisters } from './ports.ts'

/** What was found in the files, and what storing them changes. */
export interface RegistersChecked {
  tables: readonly JudgedTable[]
  /** What is wrong, by file and row. */
  errors: readonly ReadError[]
  /** How many errors there are beyond those listed. */
  moreErrors: number
  /** Why rows with nothing wrong are left out with those that have errors. */
  hindrances: readonly ReadError[]
  warnings: readonly ReadError[]
  /** Whether any row could be kept. */
  hasValidRows: boolean
  /** The people of whom this says what is kept. */
  peopleShown: readonly string[]
  /** The people whom the files name and the person who imports may not see. */
  peopleHidden: readonly string[]
}

/** What is found in what was read, judged against what is kept. */
export function checkedOf({ sent, errors, moreErrors, warnings }: ReadRegisters, kept: Kept): RegistersChecked {
  const { tables, faults, moreFaults, hindrances, peopleShown, peopleHidden } = judge(sent, kept)
  const found = listOf([...errors, ...faults])
  const hindered = listOf(hindrances)
  return {
    tables,
    errors: found.errors,
    moreErrors: moreErrors + moreFaults + found.moreErrors,
    hindrances: hindered.errors,
    warnings,
    hasValidRows: tables.some(({ changes, unchanged }) => changes.length + unchanged > 0),
    peopleShown,
    peopleHidden,
  }
}

/** By file and row, cut to what people can read. */
function listOf(problems: readonly (ReadError | SentFault)[]): { errors: readonly ReadError[]; moreErrors: number } {
  const list = new Problems()
  const inOrder = problems.toSorted((a, b) =>
    a.file === b.file ? (a.row ?? 0) - (b.row ?? 0) : a.file < b.file ? -1 : 1,
  )
  for (const problem of inOrder) list.error(problem)
  return list.refused()
}
