import { reportingYear } from '../../../calendar/reportingYear.ts'
import { counted, listed } from '../../../kernel/words.ts'
import type { OtherYear } from '../domain/yearOfDates.ts'
import type { DoneImport } from './importReturn.ts'
import type { ReturnChanges } from './ports.ts'

/** What to think of before a return is imported, the weightiest first; empty for one like any other. */
export function cautionsOf(result: Pick<DoneImport, 'outcome' | 'changes' | 'otherYear'>, year: string): string[] {
  if (result.outcome === 'stored') return []
  const { changes, otherYear } = result
  return [
    ...(otherYear ? [otherYearInWords(otherYear, year)] : []),
    // All of them: that has its own words, and its own question.
    ...(manyChangesInWords(changes, year) ?? []),
  ]
}

/** `The dates of 480 of 486 children are of 2023-24. Check that …` */
const otherYearInWords = ({ year, children, of }: OtherYear, asked: string): string =>
  `The files look like the return for ${reportingYear(year).name}: the latest dates of ${children.toLocaleString('en-GB')} of ${counted(of, 'child', 'children')} are in that year. Check that ${asked} is the right year.`

function manyChangesInWords(changes: ReturnChanges, year: string): string[] | null {
  const stored = changes.changed + changes.removed + changes.unchanged
  const parts = [
    ...(takesManyOut(changes) && changes.removed < stored
      ? [`removes ${changes.removed.toLocaleString('en-GB')}`]
      : []),
    ...(changesMost(changes) ? [`changes ${changes.changed.toLocaleString('en-GB')}`] : []),
  ]
  if (parts.length === 0) return null
  return [
    `This import ${listed(parts)} of the ${counted(stored, 'child', 'children')} stored for ${year}. Figures and reports of ${year} may change. Look at the lists below before you import it.`,
  ]
}

/**
 * Whether it takes more children out of the year than go for correcting a return: one in twenty of those stored, and at
 * least five.
 */
const takesManyOut = ({ changed, removed, unchanged }: ReturnChanges): boolean =>
  removed >= 5 && removed * 20 >= changed + removed + unchanged

/** Whether it says something else of most children whom the year has. */
const changesMost = ({ changed, removed, unchanged }: ReturnChanges): boolean =>
  changed >= 5 && changed * 2 > changed + removed + unchanged
