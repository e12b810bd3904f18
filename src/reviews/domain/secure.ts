import { started } from '../../clocks/started.ts'
import { isTemporaryPlacement } from '../../children/domain/codes.ts'
import type { CareHistory, PeriodOfCare } from '../../children/domain/history.ts'
import type { ClockRun } from '../../clocks/clock.ts'
import { type PlainDate, isOnOrAfter } from '../../kernel/dates.ts'
import { reviewClocks } from './clocks.ts'
import { type ReviewRegister, heldDays, isKeptWhenDue } from './kept.ts'

/**
 * CLK-REV-19: while the child is in a secure children’s home, but not there by remand: that is youth detention
 * (CLK-REV-18). The panels are in the register alone.
 */
export function secureRuns(history: CareHistory, period: PeriodOfCare, { reviews, kept }: ReviewRegister): ClockRun[] {
  const since = secureSince(period)
  if (!since) return []
  const last = heldDays(reviews, ['SECURE'], history.asAt).findLast((day) => isOnOrAfter(day, since))
  const clock = last ? reviewClocks.secureLater : reviewClocks.secure
  const startedBy = last
    ? { what: 'the last panel, held', on: last }
    : { what: 'being placed in secure accommodation', on: since }
  return [
    started(clock, history.record.child, startedBy, {
      isSatisfactionRecorded: isKeptWhenDue(kept.secure, startedBy.on, clock.limit.amount),
    }),
  ]
}

/** Since when the child has been in secure accommodation; a temporary stay elsewhere ends it no more than any placement. */
function secureSince(period: PeriodOfCare): PlainDate | null {
  let since: PlainDate | null = null
  for (const { from, placementType, legalStatus } of period.episodes) {
    if (isTemporaryPlacement(placementType)) continue
    if (placementType === 'K1' && legalStatus !== 'J1') since ??= from
    else since = null
  }
  return since
}
