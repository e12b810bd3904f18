import { reportingYear } from '../../../calendar/reportingYear.ts'
import { counted } from '../../../kernel/words.ts'
import { authorityPath } from '../../../platform/web/authorities.ts'
import { momentInWords } from '../../../platform/web/moments.ts'
import type { SeenImport } from '../app/ports.ts'

/** All that data.njk shows: the imports so far, latest first. */
export function dataPage(imports: readonly SeenImport[], code: string) {
  const newest = imports.length === 0 ? null : reportingYear(Math.max(...imports.map(({ year }) => year)))
  return {
    title: 'Data',
    importHref: authorityPath(code, 'data', 'import'),
    findingsHref: authorityPath(code, 'data', 'findings'),
    registersHref: authorityPath(code, 'data', 'registers'),
    validationHref: newest === null ? null : authorityPath(code, 'data', 'validation', newest.name),
    imports: imports.map((one, index) => ({
      year: reportingYear(one.year).name,
      when: momentInWords(one.recordedAt),
      from: one.sourceName,
      isLatestOfYear: imports.findIndex(({ year }) => year === one.year) === index,
      changes: changesInWords(one),
    })),
  }
}

export const rowsOf = (rowCounts: Readonly<Partial<Record<string, number>>>): number =>
  Object.values(rowCounts).reduce<number>((sum, count) => sum + (count ?? 0), 0)

/** `12 children added, 3 changed, none removed, 170 as before`. */
function changesInWords({ added, changed, removed, unchanged }: SeenImport): string {
  const number = (count: number) => (count === 0 ? 'none' : count.toLocaleString('en-GB'))
  return `${added === 0 ? 'No children' : counted(added, 'child', 'children')} added, ${number(changed)} changed, ${number(removed)} removed, ${number(unchanged)} as before`
}
