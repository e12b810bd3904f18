import { type StoredRows, noRows } from '../../registers/register.ts'
import type { WorldOf } from '../../world/world.ts'
import { type ReportingYear, isInYear } from '../../calendar/reportingYear.ts'
import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { type PlainDate, earlierOf } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Episode } from './episode.ts'
import { type CareHistory, type PeriodOfCare, careHistory, episodeOn, periodOn } from './history.ts'
import { type Placement, placementOn } from './placements.ts'
import type { ChildRecord, ReturnCoverage } from './record.ts'

/** The world of an authority's children: what is known of each, and which returns say so. */
export type World = WorldOf<CareHistory, ReturnCoverage>

/** A world of which a figure of care is given no register that people change all day: what is worked out of it outlives their changes. */
export type CareWorld = World

/** The world of a year as at a day. */
export const worldOf = (
  records: { children: readonly ChildRecord[]; coverage: readonly ReturnCoverage[]; registers?: StoredRows },
  year: ReportingYear,
  asAt: PlainDate,
  settings: Settings,
  holidays: BankHolidays,
): World => {
  const { children, coverage, registers = noRows } = records
  const histories = children.map((record) => careHistory(record, asAt))
  return worldOfHistories({ histories, coverage, registers }, year, asAt, settings, holidays)
}

/** As `worldOf`, of histories that are at hand: as at the same day. */
export const worldOfHistories = (
  { histories, coverage, registers }: Pick<World, 'histories' | 'coverage' | 'registers'>,
  year: ReportingYear,
  asAt: PlainDate,
  settings: Settings,
  holidays: BankHolidays,
): World => ({
  year,
  asAt,
  snapshotOn: earlierOf(asAt, year.lastDay),
  histories,
  coverage,
  registers,
  settings,
  holidays,
})

/** A child looked after on the day of the count. */
export interface LookedAfterChild {
  history: CareHistory
  period: PeriodOfCare
  episode: Episode
  placement: Placement | null
}

/** The children looked after on this day, short breaks left out. */
export function lookedAfterOn(world: CareWorld, day: PlainDate): LookedAfterChild[] {
  return world.histories.flatMap((history) => {
    const period = periodOn(history, day)
    const episode = period && episodeOn(period, day)
    return period && episode ? [{ history, period, episode, placement: placementOn(period.placements, day) }] : []
  })
}

/** The children looked after on the day of the count. */
export const lookedAfter = rememberedFor((world: CareWorld) => lookedAfterOn(world, world.snapshotOn))

/** A period of care with the history it belongs to. */
export interface PeriodInHistory {
  history: CareHistory
  period: PeriodOfCare
}

/** Periods of care that started in the year. */
export const startedInYear = rememberedFor((world: CareWorld) =>
  periods(world).filter(({ period }) => isInYear(period.startedOn, world.year)),
)

/** Periods of care that ended in the year. */
export const ceasedInYear = rememberedFor((world: CareWorld) =>
  periods(world).filter(({ period }) => period.endedOn !== null && isInYear(period.endedOn, world.year)),
)

const periods = (world: CareWorld): PeriodInHistory[] =>
  world.histories.flatMap((history) => history.periods.map((period) => ({ history, period })))

const byChild = rememberedFor(
  (histories: readonly CareHistory[]) => new Map(histories.map((history) => [history.record.child, history])),
)

/** The history of this child, or null where the child is not of this world. */
export const historyOf = (world: CareWorld, child: string): CareHistory | null =>
  byChild(world.histories).get(child) ?? null
