import { isInYear } from '../../calendar/reportingYear.ts'
import { noReturnOfYear } from '../../children/domain/coverage.ts'
import { byCode, childRecord } from '../../children/domain/figures/records.ts'
import { type World, lookedAfter, lookedAfterOn } from '../../children/domain/world.ts'
import type { Figure, FigureRecord } from '../../figures/figure.ts'
import { isOnOrBefore } from '../../kernel/dates.ts'
import { recordsOf } from '../../world/world.ts'
import { flagKinds } from '../registers/flags.ts'
import { oversight } from '../registers/oversight.ts'
import { upTo } from './entries.ts'
import { quartersFrom } from './quarters.ts'
import { isUnregistered } from './unregistered.ts'
import { entryRecord, intervals, footprintRecord, flagsBetween } from './figureRecords.ts'

const AREA = 'Oversight'
const REGISTER = 'Register of oversight'
const NO_REGISTER = 'No register of oversight is kept here.'

/**
 * The records where the register has been kept by the day of the world and the year’s return is known; the reason otherwise:
 * a year before its first entry had no oversight that anybody could write down here.
 */
const kept =
  (records: (world: World) => readonly FigureRecord[], asksReturn = true) =>
  (world: World): readonly FigureRecord[] | string =>
    upTo(recordsOf(world, oversight), world.asAt).length === 0
      ? NO_REGISTER
      : ((asksReturn ? noReturnOfYear(world) : null) ?? records(world))

/** Figures of oversight between reviews. `kpi-definitions` section 6, 12 and 13. */
export const oversightFigures: readonly Figure<World>[] = [
  {
    id: 'oversight.records',
    area: AREA,
    label: 'Oversight entries in the year',
    unit: 'count',
    definition: 'Entries in the register of oversight with a day in the year.',
    source: REGISTER,
    betterWhen: null,
    records: kept(
      (world) =>
        upTo(recordsOf(world, oversight), world.asAt)
          .filter(({ on }) => isInYear(on, world.year))
          .map(entryRecord),
      false,
    ),
  },
  {
    id: 'oversight.children_with_oversight',
    area: AREA,
    label: 'Intervals between reviews with an entry of oversight',
    unit: 'percent',
    definition:
      'Of the intervals between two consecutive reviews of one period of care that ended in the twelve months to the day of the count, those with at least one entry strictly between (of any kind, unless the authority counts midpoint checks alone).',
    source: `${REGISTER}; Lancashire IRO annual report 2023-24`,
    betterWhen: 'higher',
    records: kept(intervals),
  },
  {
    id: 'oversight.quarterly_footprint',
    area: AREA,
    label: 'Children with an entry or a review in a quarter, all quarters added up',
    unit: 'percent',
    definition:
      'Children looked after at the end of each quarter of the year for 28 days or more (or the authority’s own minimum), the quarters added up; those with an entry or a review in the quarter. A quarter that is not over is left out.',
    source: `${REGISTER}; Leicester IRO annual report 2020-21`,
    betterWhen: 'higher',
    records: kept((world) =>
      quartersFrom(world.year.firstDay)
        .filter(({ lastDay }) => isOnOrBefore(lastDay, world.asAt))
        .flatMap((quarter) =>
          lookedAfterOn(world, quarter.lastDay).flatMap((child) => footprintRecord(world, child, quarter)),
        ),
    ),
  },
  {
    id: 'oversight.unregistered',
    countedOver: 'day',
    area: AREA,
    label: 'Children in placements that are not registered',
    unit: 'count',
    definition: 'Children looked after on the day of the count in a placement coded Z1, or Z11 to Z14 since 2025-26.',
    source: 'SSDA903 return, Episodes',
    betterWhen: 'lower',
    records: (world) =>
      noReturnOfYear(world) ??
      lookedAfter(world)
        .filter(({ episode }) => isUnregistered(episode.placementType))
        .map((child) => childRecord(child, world)),
  },
  {
    id: 'risks.open',
    countedOver: 'day',
    area: AREA,
    label: 'Risks open on the day',
    unit: 'count',
    definition:
      'Risks in the register that had begun by the day of the count and had not ended on it, by kind. A child may have several.',
    source: 'Register of risks (flags)',
    betterWhen: null,
    records: (world) => flagsBetween(world, world.snapshotOn, world.snapshotOn),
    breakdown: byCode(flagKinds),
  },
  {
    id: 'risks.in_year',
    area: AREA,
    label: 'Risks open at any time in the year',
    unit: 'count',
    definition:
      'Risks in the register that were open on any day of the year, by kind: those that ended in it are counted here, and not on the day.',
    source: 'Register of risks (flags)',
    betterWhen: null,
    records: (world) => flagsBetween(world, world.year.firstDay, world.snapshotOn),
    breakdown: byCode(flagKinds),
  },
]
