import { parseReportingYear, reportingYearOf } from '../../calendar/reportingYear.ts'
import type { World } from '../../children/domain/world.ts'
import { context } from '../../children/registers/context.ts'
import { recordsOf } from '../../world/world.ts'

/** Whose numbers stand beside a figure, in reading order. */
export const comparedGroups = [
  { id: 'TARGET', label: 'Target' },
  { id: 'STATISTICAL_NEIGHBOURS', label: 'Statistical neighbours' },
  { id: 'REGION', label: 'Region' },
  { id: 'ENGLAND', label: 'England' },
] as const

export type ComparedGroup = (typeof comparedGroups)[number]['id']

/** A target, or a number of other authorities, that a figure stands beside. */
export interface Comparator {
  group: ComparedGroup
  value: number
  source: string
  /** The reporting year that it is of: `2022-23`. */
  year: string
}

/** By figure, in the order of the groups. */
export type Comparators = ReadonlyMap<string, readonly Comparator[]>

/**
 * What the register `context` gives for the year in which the world's days end: its own targets, and of each other group
 * the latest year that has been published by then, since others' numbers come a year later.
 */
export function comparatorsIn(world: World): Comparators {
  const { startYear } = reportingYearOf(world.snapshotOn)
  const known = recordsOf(world, context).flatMap((row) => {
    const year = parseReportingYear(row.year)
    return year ? [{ ...row, startYear: year.startYear }] : []
  })
  const byFigure = Map.groupBy(known, ({ measure }) => measure)
  return new Map(
    [...byFigure].map(([figure, rows]) => [
      figure,
      comparedGroups.flatMap(({ id: group }): Comparator[] => {
        const latest = rows
          .filter((row) => row.group === group && row.startYear <= startYear)
          .filter((row) => group !== 'TARGET' || row.startYear === startYear)
          .sort((a, b) => b.startYear - a.startYear)[0]
        return latest ? [{ group, value: latest.value, source: latest.source, year: latest.year }] : []
      }),
    ]),
  )
}

/** A figure's comparator of a group; null where there is none. */
export const comparatorOf = (comparators: Comparators, figure: string, group: ComparedGroup): Comparator | null =>
  comparators.get(figure)?.find((one) => one.group === group) ?? null
