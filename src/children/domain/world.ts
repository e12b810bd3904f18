import { type ReportingYear, isInYear } from '../../calendar/reportingYear.ts'
import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { type PlainDate, earlierOf } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Episode } from './episode.ts'
import { type CareHistory, type PeriodOfCare, careHistory, episodeOn, periodOn } from './history.ts'
import { type Placement, placementOn } from './placements.ts'
import type { ChildRecord, ReturnCoverage } from './record.ts'
import { type RegisterFacts, noRegisters } from './registers.ts'

/** All that a year's figures and deadlines are worked out from: the children as at a day, and the rules of the place. */
export interface World {
  year: ReportingYear
  /** Nothing dated later is seen. */
  asAt: PlainDate
  /** The day on which children are counted: the year's last, or `asAt` where that comes first. */
  snapshotOn: PlainDate
  histories: readonly CareHistory[]
  coverage: readonly ReturnCoverage[]
  /** What the service's own registers say, whole: whoever reads them sees to it that nothing after `asAt` is seen. */
  registers: RegisterFacts
  settings: Settings
  holidays: BankHolidays
}

/** A world without the registers that people change all day: what is worked out of it outlives their changes. */
export interface CareWorld extends Omit<World, 'registers'> {
  registers: Pick<RegisterFacts, 'context'>
}

/** The world of a year as at a day. */
export const worldOf = (
  records: { children: readonly ChildRecord[]; coverage: readonly ReturnCoverage[]; registers?: RegisterFacts },
  year: ReportingYear,
  asAt: PlainDate,
  settings: Settings,
  holidays: BankHolidays,
): World => {
  const { children, coverage, registers = noRegisters } = records
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
