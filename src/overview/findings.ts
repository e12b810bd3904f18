import { birthday } from '../calendar/age.ts'
import type { Finding } from '../children/domain/finding.ts'
import { type CareHistory, periodOn } from '../children/domain/history.ts'
import type { World } from '../children/domain/world.ts'
import { isOnOrBefore, longDate } from '../kernel/dates.ts'
import { cycleOf } from '../reviews/domain/world.ts'

/** What is odd in a child's history and reviews, as counted in this world. What reading found is not among it. */
export const findingsOfHistory = (history: CareHistory, world: World): Finding[] => [
  ...history.findings,
  ...cycleOf(world, history).findings,
  ...lookedAfterPast18(history),
]

const BETWEEN_RETURN_AND_REGISTER: ReadonlySet<string> = new Set([
  'participation_differs',
  'review_not_in_return',
  'review_not_in_register',
])

/** Where return and register disagree of a child's reviews, and what is odd in what the register alone has. */
export const findingsOfRegisters = (history: CareHistory, world: World): Finding[] =>
  cycleOf(world, history).findings.filter(
    ({ code, source }) => source === null || BETWEEN_RETURN_AND_REGISTER.has(code),
  )

function lookedAfterPast18(history: CareHistory): Finding[] {
  const { bornOn, child } = history.record
  const period = periodOn(history, history.asAt)
  if (!bornOn || !period || !isOnOrBefore(birthday(bornOn, 18), history.asAt)) return []
  return [
    {
      code: 'looked_after_past_18',
      child,
      source: period.episodes.at(-1)?.source ?? null,
      what: `The child turned 18 on ${longDate(birthday(bornOn, 18))} and the last episode is still open.`,
      counted: 'Care is counted as having ended on the 18th birthday, reason not recorded; no deadline runs.',
    },
  ]
}
