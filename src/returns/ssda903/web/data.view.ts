import { reportingYear } from '../../../calendar/reportingYear.ts'
import { counted } from '../../../kernel/words.ts'
import { authorityPath } from '../../../platform/web/authorities.ts'
import { momentInWords } from '../../../platform/web/moments.ts'
import type { SeenImport } from '../app/ports.ts'

/** All that data.njk shows: the imports so far, latest first. */
export function dataPage(imports: readonly SeenImport[], code: string) {
  const latestOf = (year: number) => imports.find((one) => one.year === year)
  const known = imports.filter(({ year }) => !latestOf(year)?.isWithdrawal)
  const newest = known.length === 0 ? null : reportingYear(Math.max(...known.map(({ year }) => year)))
  return {
    title: 'Data',
    importHref: authorityPath(code, 'data', 'import'),
    findingsHref: authorityPath(code, 'data', 'findings'),
    registersHref: authorityPath(code, 'data', 'registers'),
    validationHref: newest === null ? null : authorityPath(code, 'data', 'validation', newest.name),
    imports: imports.map((one) => ({
      year: reportingYear(one.year).name,
      when: momentInWords(one.recordedAt),
      from: sourceInWords(one, imports),
      standing: standingOf(one, imports),
      changes: changesInWords(one),
      undoHref: latestOf(one.year) === one ? undoPath(code, one.year) : null,
    })),
  }
}

export const rowsOf = (rowCounts: Readonly<Partial<Record<string, number>>>): number =>
  Object.values(rowCounts).reduce<number>((sum, count) => sum + (count ?? 0), 0)

/** Where undoing the last import of a year is asked. */
export const undoPath = (code: string, year: number): string =>
  authorityPath(code, 'data', 'undo', reportingYear(year).name)

/** What became of an import since; empty where it is the year's latest, and stands. */
function standingOf(one: SeenImport, imports: readonly SeenImport[]): string {
  const isUndone = imports.some(({ undoes }) => undoes?.epochNanoseconds === one.recordedAt.epochNanoseconds)
  if (isUndone) return 'undone since'
  if (imports.find(({ year }) => year === one.year) !== one) return 'replaced since'
  return one.isWithdrawal ? 'no return of this year is stored' : ''
}

/** The file's name; of an import that undoes another, what it did. */
function sourceInWords(one: SeenImport, imports: readonly SeenImport[]): string {
  const undone = imports.find(({ recordedAt }) => recordedAt.epochNanoseconds === one.undoes?.epochNanoseconds)
  if (!undone) return one.sourceName
  const what = undone.undoes === null ? `the import of ${undone.sourceName}` : 'the undoing'
  return `Undid ${what} of ${momentInWords(undone.recordedAt)}`
}

/** `12 children added, 3 changed, none removed, 170 as before`. */
function changesInWords({ added, changed, removed, unchanged }: SeenImport): string {
  const number = (count: number) => (count === 0 ? 'none' : count.toLocaleString('en-GB'))
  return `${added === 0 ? 'No children' : counted(added, 'child', 'children')} added, ${number(changed)} changed, ${number(removed)} removed, ${number(unchanged)} as before`
}
