import { noRows, type StoredRows } from '../../registers/register.ts'
import type { WorldOf } from '../../world/world.ts'
import { birthday } from '../../calendar/age.ts'
import { type ReportingYear, isInYear } from '../../calendar/reportingYear.ts'
import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { type PlainDate, earlierOf, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Episode } from './episode.ts'
import { type CareHistory, type PeriodOfCare, careHistory, episodeOn, periodOn } from './history.ts'
import { type Placement, placementOn } from './placements.ts'
import type { ChildRecord, ReturnCoverage } from './record.ts'

/** The world of an authority's children: what is known of each, and which returns say so. */
export type World = WorldOf<CareHistory, ReturnCoverage>

/** The world of a year as at a day. */
export const worldOf = (
  records: { children: readonly ChildRecord[]; coverage: readonly ReturnCoverage[]; registers?: StoredRows },
  year: ReportingYear,
  asAt: PlainDate,
  settings: Settings,
  holidays: BankHolidays,
  clocks: World['clocks'],
): World => {
  const { children, coverage, registers = noRows } = records
  return {
    year,
    asAt,
    snapshotOn: earlierOf(asAt, year.lastDay),
    histories: children.map((record) => careHistory(record, asAt)),
    coverage,
    registers,
    settings,
    holidays,
    clocks,
  }
}

/** The same histories for as long as these are: what is worked out of each outlives a change of the registers. */
const historiesOn = rememberedFor((histories: readonly CareHistory[]) =>
  rememberedWhileSame((day: PlainDate) => histories.map(({ record }) => careHistory(record, day))),
)

/** The world as it stood at the end of the day of the count: what was done after it does not mend what was overdue. */
export const atSnapshot = rememberedFor((world: World): World =>
  isAfter(world.asAt, world.snapshotOn)
    ? { ...world, asAt: world.snapshotOn, histories: historiesOn(world.histories)(world.snapshotOn) }
    : world,
)

/** A child looked after on the day of the count. */
export interface LookedAfterChild {
  history: CareHistory
  period: PeriodOfCare
  episode: Episode
  placement: Placement | null
}

/** The children looked after on this day, short breaks left out. An adult whose last episode was never closed is none. */
export function lookedAfterOn(world: World, day: PlainDate): LookedAfterChild[] {
  return world.histories.flatMap((history) => {
    const period = isAdultOn(history.record, day) ? null : periodOn(history, day)
    const episode = period && episodeOn(period, day)
    return period && episode ? [{ history, period, episode, placement: placementOn(period.placements, day) }] : []
  })
}

/** The children looked after on the day of the count. */
export const lookedAfter = rememberedFor((world: World) => lookedAfterOn(world, world.snapshotOn))

/** A period of care with the history it belongs to. */
export interface PeriodInHistory {
  history: CareHistory
  period: PeriodOfCare
}

/** Periods of care that started in the year. */
export const startedInYear = rememberedFor((world: World) =>
  periodsOfChildren(world).filter(({ period }) => isInYear(period.startedOn, world.year)),
)

/** Periods of care that ended in the year. */
export const ceasedInYear = rememberedFor((world: World) =>
  periodsOfChildren(world).filter(({ period }) => period.endedOn !== null && isInYear(period.endedOn, world.year)),
)

/** The periods of care of children: they end on the 18th birthday at the latest, whatever the last episode says. */
export const periodsOfChildren = rememberedFor((world: World): PeriodInHistory[] =>
  world.histories.flatMap((history) =>
    history.periods.flatMap((period) => {
      const counted = untilAdult(period, history)
      return counted ? [{ history, period: counted }] : []
    }),
  ),
)

/** The period as it is while its child is one; null where it begins after that. */
function untilAdult(period: PeriodOfCare, { record, asAt }: CareHistory): PeriodOfCare | null {
  const eighteen = record.bornOn && birthday(record.bornOn, 18)
  if (!eighteen || isAfter(eighteen, asAt)) return period
  if (isOnOrBefore(eighteen, period.startedOn)) return null
  if (period.endedOn && isOnOrBefore(period.endedOn, eighteen)) return period
  return { ...period, endedOn: eighteen, reasonCeased: period.reasonCeased ?? 'not_recorded' }
}

/** Whether the child had turned 18 by this day, and so is looked after no more. */
export const isAdultOn = ({ bornOn }: Pick<ChildRecord, 'bornOn'>, day: PlainDate): boolean =>
  bornOn !== null && isOnOrBefore(birthday(bornOn, 18), day)

/** Whether the child was looked after on this day. */
export const wasLookedAfterOn = (history: CareHistory, day: PlainDate): boolean =>
  !isAdultOn(history.record, day) && periodOn(history, day) !== null

const byChild = rememberedFor(
  (histories: readonly CareHistory[]) => new Map(histories.map((history) => [history.record.child, history])),
)

/** The history of this child, or null where the child is not of this world. */
export const historyOf = (world: World, child: string): CareHistory | null =>
  byChild(world.histories).get(child) ?? null
