import { counted } from '../../kernel/words.ts'
import type { ReadError } from '../reading/problems.ts'

/** A line of the table of what is wrong with files, as `problemsTable` of macros.njk shows it. */
export const problemRow = ({ file, row, column, value, reason }: ReadError) => ({
  file,
  row: row === null ? '' : String(row),
  column: column ?? '',
  value: value ?? '',
  reason,
})

/** What is wrong with files, as a table to take away. */
export const problemsTable = (problems: readonly ReadError[]) => [
  ['file', 'row', 'column', 'value', 'reason'],
  ...problems.map(({ file, row, column, value, reason }) => [file, row, column, value, reason]),
]

/** What an import's page says while it waits its turn; null where it does not. */
export const waitingInWords = (before: number | null): string | null =>
  before === null ? null : `Waiting: ${counted(before, 'import is', 'imports are')} before this one`
