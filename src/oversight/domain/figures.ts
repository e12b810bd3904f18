import { isInYear } from '../../calendar/reportingYear.ts'
import { noReturnOfYear } from '../../children/domain/coverage.ts'
import { byCode, childRecord } from '../../children/domain/figures/records.ts'
import { type LookedAfterChild, type World, lookedAfter, lookedAfterOn } from '../../children/domain/world.ts'
import type { Figure, FigureRecord } from '../../figures/figure.ts'
import {
  type PlainDate,
  addMonths,
  daysBetween,
  isAfter,
  isBefore,
  isOnOrBefore,
  isWithin,
} from '../../kernel/dates.ts'
import { cycleOf } from '../../reviews/domain/world.ts'
import { recordsOf } from '../../world/world.ts'
import { type FlagFact, flagKinds, flags } from '../registers/flags.ts'
import { type OversightEntry, oversight, oversightKinds } from '../registers/oversight.ts'
import { countedEntriesSetting, footprintSetting } from '../settings.ts'
import { entriesOf, isOfKind, upTo } from './entries.ts'
import { type Quarter, quartersFrom } from './quarters.ts'
import { isUnregistered } from './unregistered.ts'

const AREA = 'Oversight'
const REGISTER = 'Register of oversight'
const NO_REGISTER = 'No register of oversight is kept here.'

/** The records where the register is kept and the year’s return is known; the reason otherwise. */
const kept =
  (records: (world: World) => readonly FigureRecord[], asksReturn = true) =>
  (world: World): readonly FigureRecord[] | string =>
    recordsOf(world, oversight).length === 0
      ? NO_REGISTER
      : ((asksReturn ? noReturnOfYear(world) : null) ?? records(world))

/** What an IRO did for a child, as a record behind a figure. */
const entryRecord = ({ child, on, kind, officerId }: OversightEntry): FigureRecord => ({
  child,
  kind: 'oversight',
  date: on,
  due: null,
  counts: true,
  key: null,
  detail: () => ({ 'What was done': oversightKinds[kind], Officer: officerId }),
})

/** The intervals between two reviews of one period of care of which the later was held in the twelve months to the day of the count. */
function intervals(world: World): FigureRecord[] {
  const since = addMonths(world.snapshotOn, -12)
  const isCounted = countedEntriesSetting.of(world.settings) === 'any' ? () => true : isOfKind('MIDPOINT')
  return world.histories.flatMap((history) => {
    const { held } = cycleOf(world, history)
    const entries = entriesOf(world, history.record.child).filter(isCounted)
    return held.flatMap((review, index) => {
      const before = held[index - 1]
      if (!before || before.period !== review.period) return []
      if (!isAfter(review.heldOn, since) || isAfter(review.heldOn, world.snapshotOn)) return []
      const between = entries.filter(({ on }) => isAfter(on, before.heldOn) && isBefore(on, review.heldOn))
      return [
        {
          child: history.record.child,
          kind: 'interval between reviews',
          date: review.heldOn,
          due: null,
          counts: between.length > 0,
          key: null,
          detail: () => ({ 'Review before': before.heldOn.toString(), Entries: between.length }),
        },
      ]
    })
  })
}

/** A child in the cohort of a quarter, and whether its record has an entry in it. */
function footprintRecord(world: World, { history, period }: LookedAfterChild, quarter: Quarter): FigureRecord[] {
  const { minimumDays, doesReviewCount } = footprintSetting.of(world.settings)
  if (daysBetween(period.startedOn, quarter.lastDay) < minimumDays) return []
  const { child } = history.record
  const isInQuarter = (day: PlainDate) => isWithin(day, quarter.firstDay, quarter.lastDay)
  const entries = entriesOf(world, child).filter(({ on }) => isInQuarter(on))
  const reviews = doesReviewCount ? cycleOf(world, history).held.filter(({ heldOn }) => isInQuarter(heldOn)) : []
  return [
    {
      child,
      kind: 'child in a quarter',
      date: quarter.lastDay,
      due: quarter.lastDay,
      counts: entries.length + reviews.length > 0,
      key: null,
      detail: () => ({ Quarter: quarter.words, Entries: entries.length, Reviews: reviews.length }),
    },
  ]
}

/** A risk, as a record behind a figure. */
const flagRecord = ({ child, kind, from, to }: FlagFact): FigureRecord => ({
  child,
  kind: 'risk',
  date: from,
  due: null,
  counts: true,
  key: kind,
  detail: () => ({ Risk: flagKinds[kind], To: to?.toString() ?? 'Open' }),
})

/** The risks that were open at any time from one day to another, both included; the reason where none is kept. */
const flagsBetween = (world: World, first: PlainDate, last: PlainDate): FigureRecord[] | string =>
  recordsOf(world, flags).length === 0
    ? 'No register of risks is kept here.'
    : recordsOf(world, flags)
        .filter(({ from, to }) => isOnOrBefore(from, last) && (to === null || isAfter(to, first)))
        .map(flagRecord)

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
    label: 'Oversight between reviews',
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
    label: 'Children with an entry in the quarter',
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
