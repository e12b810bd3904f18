import { started } from '../../clocks/started.ts'
import type { World } from '../../children/domain/world.ts'
import { people } from '../../children/registers/people.ts'
import { deadlineOf } from '../../clocks/deadlines.ts'
import { fosteringClocks } from '../../fostering/domain/clocks.ts'
import { isArrangementOn } from '../../fostering/domain/privateFostering.ts'
import {
  type PlainDate,
  addDays,
  addMonths,
  dateOf,
  isAfter,
  isOnOrAfter,
  isOnOrBefore,
  isWithin,
} from '../../kernel/dates.ts'
import { visits } from '../../oversight/registers/visits.ts'
import { recordsOf } from '../../world/world.ts'

/** A quarter of private fostering, as senior leaders are told of it. CLK-OVR-7. */
export interface PrivateSummary {
  firstDay: PlainDate
  /** Its last day, or the day of the world where that comes first. */
  lastDay: PlainDate
  /** Arrangements that the authority knew of on the last day. */
  known: number
  /** Of which it became aware in the quarter. */
  begun: number
  ended: number
  visits: number
  /** Visits at which the child was seen alone, of those where that is recorded. */
  seenAlone: number
  seenAloneRecorded: number
  /** First visits that fell due in the quarter, and how many were made in time. CLK-PF-2. */
  firstDue: number
  firstInTime: number
}

/** The quarter in which a day lies: of April, July, October or January. */
export const quarterOf = (day: PlainDate): PlainDate => dateOf(day.year, Math.floor((day.month - 1) / 3) * 3 + 1, 1)

/** What is told of the quarter that begins on a day. */
export function privateSummary(world: World, firstDay: PlainDate): PrivateSummary {
  const end = addDays(addMonths(firstDay, 3), -1)
  const lastDay = isAfter(end, world.asAt) ? world.asAt : end
  const isIn = (day: PlainDate | null) => day !== null && isWithin(day, firstDay, lastDay)
  const arrangements = recordsOf(world, people).filter(({ kind }) => kind === 'PRIVATE_FOSTERING')
  const made = recordsOf(world, visits).filter(({ kind }) => kind === 'PRIVATE_FOSTERING')
  const inQuarter = made.filter(({ on }) => isIn(on))
  const first = arrangements.flatMap(({ child, from, to }) => {
    const visit = made
      .filter((one) => one.child === child && isOnOrAfter(one.on, from) && isOnOrBefore(one.on, world.asAt))
      .reduce<PlainDate | null>(
        (earliest, { on }) => (earliest === null || isAfter(earliest, on) ? on : earliest),
        null,
      )
    const deadline = deadlineOf(
      started(
        fosteringClocks.privateFirstVisit,
        child,
        { what: 'being notified', on: from },
        {
          satisfiedBy: visit && { what: 'the first visit', on: visit },
          endedBy: to && { what: 'the end of the arrangement', on: to },
        },
      ),
      world.asAt,
      world.holidays,
    )
    return deadline && isIn(deadline.due) && deadline.state !== 'lapsed' && deadline.state !== 'running'
      ? [deadline]
      : []
  })
  const recorded = inQuarter.filter(({ seenAlone }) => seenAlone !== null)
  return {
    firstDay,
    lastDay,
    known: arrangements.filter((one) => isArrangementOn(one, lastDay)).length,
    begun: arrangements.filter(({ from }) => isIn(from)).length,
    ended: arrangements.filter(({ to }) => isIn(to)).length,
    visits: inQuarter.length,
    seenAlone: recorded.filter(({ seenAlone }) => seenAlone === true).length,
    seenAloneRecorded: recorded.length,
    firstDue: first.length,
    firstInTime: first.filter(({ state }) => state === 'met').length,
  }
}
