import { type ReportingYear, reportingYear } from '../calendar/reportingYear.ts'
import { type PlainDate, isBefore, longDate } from '../kernel/dates.ts'
import type { Figure } from './figure.ts'

const YEAR_END = 'at the year end'

/** The figure in words that do not speak of the end of a year that is not over, but of the last day that is counted. */
export function wordedByDay<World extends { year: ReportingYear; snapshotOn: PlainDate }>(
  figure: Figure<World>,
): Figure<World> {
  return {
    ...figure,
    wording: (world) => {
      const { label, definition } = { ...figure, ...figure.wording?.(world) }
      if (!isBefore(world.snapshotOn, reportingYear(world.year.startYear).lastDay)) return { label, definition }
      const day = `on ${longDate(world.snapshotOn)}`
      return { label: label.replaceAll(YEAR_END, day), definition: definition.replaceAll(YEAR_END, day) }
    },
  }
}
