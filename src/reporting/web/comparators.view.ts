import { previousYear, reportingYearOf } from '../../calendar/reportingYear.ts'
import type { World } from '../../children/domain/world.ts'
import type { ContextFact } from '../../children/registers/context.ts'
import { valuePrinted } from '../../figures/print.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { FigureList } from '../../world/figures.ts'
import { POPULATION } from '../app/entries.ts'

/** How many years back a number may be entered. */
const YEARS_OFFERED = 8

/** How a target or comparator is printed, and what it is called: as the figure that it is set beside. */
export const comparatorWords = (figures: FigureList<World>) => ({
  printed: ({ measure, value }: Pick<ContextFact, 'measure' | 'value'>): string => {
    const figure = figures.ofId(measure)
    if (!figure) return valuePrinted(value, 'count', 0)
    return valuePrinted(value, figure.unit, figure.decimals ?? (figure.unit === 'count' ? 0 : 1))
  },
  labelOf: (measure: string): string =>
    measure === POPULATION ? 'Residents aged 0 to 17' : (figures.ofId(measure)?.label ?? measure),
})

/** The latest years, and those that have numbers already, by name, the latest first. */
export function yearsOffered(rows: readonly ContextFact[], today: PlainDate): string[] {
  const names = rows.map(({ year }) => year)
  let one = reportingYearOf(today)
  for (let count = 0; count < YEARS_OFFERED; count++, one = previousYear(one)) names.push(one.name)
  return [...new Set(names)].sort().reverse()
}
