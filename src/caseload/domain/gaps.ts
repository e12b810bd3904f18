import { iroAppointmentSetting } from '../../children/settings.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { recordsOf } from '../../world/world.ts'
import { unlessCalendarTooShort } from '../../calendar/bankHolidays.ts'
import { addWorkingDays } from '../../calendar/workingDays.ts'
import { allocationsOf } from '../../officers/domain/allocations.ts'
import type { CareHistory } from '../../children/domain/history.ts'
import type { World } from '../../children/domain/world.ts'
import {
  type PlainDate,
  addDays,
  compareDates,
  daysBetween,
  earlierOf,
  isAfter,
  isBefore,
  laterOf,
} from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'

/** Days on which a child looked after had no officer. */
export interface Gap {
  child: string
  from: PlainDate
  /** The first day with an officer again; null while there is none. */
  until: PlainDate | null
  /** Calendar days, up to the day of the world. */
  days: number
  why: 'before_the_first' | 'between' | 'after_the_last'
  /** The ids of the officers before and after it. */
  before: string | null
  after: string | null
  /** Whether it is no longer than the days in which a first officer must be named. */
  isWithinLimit: boolean
}

/** The first day of the register of allocations: of days before it nobody knows. */
const keptSince = rememberedFor((world: World): PlainDate | null =>
  recordsOf(world, allocations).reduce<PlainDate | null>(
    (first, { from }) => (first === null || isBefore(from, first) ? from : first),
    null,
  ),
)

/** The days on which the child was looked after and had no officer, as far as allocations are kept; in order. */
export function gapsOf(world: World, history: CareHistory): Gap[] {
  const kept = keptSince(world)
  if (kept === null) return []
  const { child } = history.record
  const own = [...allocationsOf(world, child)].sort((a, b) => compareDates(a.from, b.from))
  const dayAfter = addDays(world.asAt, 1)
  return history.periods.flatMap((period) => {
    const end = earlierOf(period.endedOn ?? dayAfter, dayAfter)
    const limit = unlessCalendarTooShort(() =>
      addWorkingDays(period.startedOn, iroAppointmentSetting.of(world.settings), world.holidays),
    )
    const gaps: Gap[] = []
    let from = laterOf(period.startedOn, kept)
    let before: string | null = null
    const note = (until: PlainDate, after: string | null) => {
      if (!isBefore(from, until)) return
      gaps.push({
        child,
        from,
        until: isAfter(until, world.asAt) ? null : until,
        days: daysBetween(from, until),
        why: before === null ? 'before_the_first' : after === null ? 'after_the_last' : 'between',
        before,
        after,
        isWithinLimit: before === null && limit !== null && !isAfter(earlierOf(until, world.asAt), limit),
      })
    }
    for (const one of own) {
      const to = one.to ?? dayAfter
      if (!isAfter(to, from) || !isBefore(one.from, end)) continue
      note(one.from, one.officerId)
      from = laterOf(from, to)
      before = one.officerId
    }
    note(end, null)
    return gaps
  })
}
