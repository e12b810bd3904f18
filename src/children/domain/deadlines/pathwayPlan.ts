import { birthday } from '../../../calendar/age.ts'
import type { ClockRun } from '../../../clocks/clock.ts'
import {
  type PlainDate,
  addDays,
  daysBetween,
  isAfter,
  isBefore,
  isOnOrAfter,
  isOnOrBefore,
  laterOf,
  longDate,
} from '../../../kernel/dates.ts'
import { careClocks } from '../clocks.ts'
import type { CareHistory } from '../history.ts'
import { type KnownChecks, metByCheck, run } from './run.ts'

const DAYS_TO_BE_ELIGIBLE = 13 * 7

/**
 * The day on which a child becomes eligible: looked after for 13 weeks in all since the 14th birthday, and on or after
 * the 16th; null if not by `asAt`. CLK-REV-20, CLK-CPI-7.
 */
export function eligibleOn(history: CareHistory, bornOn: PlainDate): PlainDate | null {
  const [fourteen, sixteen] = [birthday(bornOn, 14), birthday(bornOn, 16)]
  let days = 0
  for (const period of history.periods) {
    const from = laterOf(period.startedOn, fourteen)
    const until = period.endedOn ?? addDays(history.asAt, 1)
    if (!isBefore(from, until)) continue
    const missing = Math.max(0, DAYS_TO_BE_ELIGIBLE - days)
    days += daysBetween(from, until)
    if (days < DAYS_TO_BE_ELIGIBLE || isOnOrBefore(until, sixteen)) continue
    return laterOf(laterOf(addDays(from, Math.max(0, missing - 1)), sixteen), period.startedOn)
  }
  return null
}

/** The first pathway plan of an eligible child. CLK-CPI-7. */
export function pathwayPlanRuns(history: CareHistory, bornOn: PlainDate, known: KnownChecks): ClockRun[] {
  const eligible = eligibleOn(history, bornOn)
  if (!eligible || isAfter(eligible, history.asAt)) return []
  const sixteen = birthday(bornOn, 16)
  const isFromBirthday = isOnOrAfter(sixteen, eligible)
  const start = run(
    history,
    careClocks.pathwayPlan,
    { what: isFromBirthday ? 'the sixteenth birthday' : 'becoming eligible', on: laterOf(eligible, sixteen) },
    false,
    isFromBirthday ? [] : [`The sixteenth birthday was on ${longDate(sixteen)}.`],
  )
  // A plan made ahead of the sixteenth birthday is the plan all the same.
  return [metByCheck(start, known, ['PATHWAY_PLAN'], { from: birthday(bornOn, 15), asAt: history.asAt })]
}
