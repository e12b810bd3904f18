import { birthday } from '../../calendar/age.ts'
import type { Finding } from '../../house/finding.ts'
import { isOnOrBefore, longDate } from '../../kernel/dates.ts'
import { periodOn } from './history.ts'
import { type World, historyOf } from './world.ts'

/** What is odd in the episodes of a child. */
export const oddEpisodes = (world: World, child: string): readonly Finding[] => historyOf(world, child)?.findings ?? []

/** A child whose last episode is open past the 18th birthday. */
export function lookedAfterPast18(world: World, child: string): readonly Finding[] {
  const history = historyOf(world, child)
  if (!history) return []
  const { bornOn } = history.record
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
