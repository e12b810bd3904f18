/**
 * The version of a row: since when it is known. The store gives it with the row; a form carries that of the rows that it
 * shows, and what would replace others is refused. It is kept beside the row and is no column: two rows that say the same
 * are equal, whenever they were stored.
 */
const versions = new WeakMap<object, string>()

/** Says since when a row is known, in digits of which the later are greater; gives the row. */
export function withVersion<Row extends object>(row: Row, version: string): Row {
  if (version !== '') versions.set(row, version)
  return row
}

/** Has what was made of a row be of its version; gives what was made. */
export const withVersionOf = <Made extends object>(row: object, made: Made): Made =>
  withVersion(made, versions.get(row) ?? '')

/** The version of the rows that a form shows: the latest of theirs and how many they are. Rows never go, so that is enough. */
export function versionOf(...rows: readonly (object | null | undefined)[]): string {
  const known = rows.flatMap((row) => (row && versions.get(row)) ?? [])
  const latest = known.reduce((one, other) => (other > one ? other : one), '')
  return known.length < 2 ? latest : `${latest}-${known.length}`
}

/** What a form shows is not what holds any more: someone else came first. The person who sent it must look again. */
export interface ChangedMeanwhile {
  code: 'changed_meanwhile'
}

/** What is wrong where the rows are other ones than those whose version the form carries; nothing where they are the same. */
export const demandUnchanged = (
  shown: string,
  ...rows: readonly (object | null | undefined)[]
): readonly ChangedMeanwhile[] => (versionOf(...rows) === shown ? [] : [{ code: 'changed_meanwhile' }])
