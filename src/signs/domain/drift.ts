import { checksOf, daysOfChecks } from '../../children/domain/checks.ts'
import { ageOn } from '../../calendar/age.ts'
import { isUnaccompaniedOn } from '../../children/domain/unaccompanied.ts'
import { type PlainDate, addDays, addMonths, isOnOrBefore, longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { oversightClocks } from '../../oversight/domain/clocks.ts'
import { keptSince } from '../../reviews/domain/kept.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { openDeadlinesOf } from '../../world/deadlines.ts'
import { recordsOf } from '../../world/world.ts'
import { type Found, found } from './sign.ts'
import type { WatchedChild } from './watchedChild.ts'

/** No entry and no review in the quarter, when it is nearly over; only where that is a rule here. CLK-OVR-3. */
export function noOversight({ world, child, asAt, limits }: WatchedChild): Found[] {
  const asked = openDeadlinesOf(world, child).find(({ clock }) => clock.id === oversightClocks.quarter.id)
  const since = asked && addDays(asked.due, -limits.oversightDays)
  return since && isOnOrBefore(since, asAt)
    ? [found(since, `Neither an entry of the IRO nor a review is recorded in the quarter that ends on ${longDate(asked.due)}.`)] // prettier-ignore
    : []
}

/** A second review was held and none has recorded a plan for permanence. Nobody knows where no review records one at all. */
export function noPermanencePlan({ world, child, period, held, asAt }: WatchedChild): Found[] {
  const second = held[1]
  if (!period || !second || keptSince(recordsOf(world, reviews)).permanence === null) return []
  if (held.some(({ details }) => details?.permanencePlan === true)) return []
  if (daysOfChecks(checksOf(world, child), ['PERMANENCE_PLAN'], period.startedOn, asAt).length > 0) return []
  return [
    found(
      second.heldOn,
      `The second review was held on ${longDate(second.heldOn)}, and no review of this period of care records a plan for permanence.`,
      'challenge',
    ),
  ]
}

/** Accommodated under section 20 without a break for over twelve months. */
export function longAccommodation({ history, period, asAt, limits }: WatchedChild): Found[] {
  if (!period || isUnaccompaniedOn(history.record, asAt)) return []
  const lastOther = period.episodes.findLastIndex(({ legalStatus }) => legalStatus !== 'V2')
  const from = period.episodes[lastOther + 1]?.from
  const since = from && addMonths(from, limits.accommodationMonths)
  return from && since && isOnOrBefore(since, asAt)
    ? [found(since, `The child is accommodated under section 20 since ${longDate(from)}, over ${counted(limits.accommodationMonths, 'month')}.`)] // prettier-ignore
    : []
}

/** No views at the last reviews of a child of 4 or over. */
export function noViews({ history, held, limits }: WatchedChild): Found[] {
  const { bornOn } = history.record
  if (!bornOn) return []
  const asked = held.filter(({ heldOn }) => ageOn(bornOn, heldOn) >= 4)
  const given = asked.findLastIndex(({ participation }) => participation !== 'PN7')
  const without = asked.slice(given + 1)
  const since: PlainDate | undefined = without[limits.noViewsReviews - 1]?.heldOn
  return since
    ? [found(since, `The child neither came nor sent views at the last ${counted(without.length, 'review')}, the latest on ${longDate(without.at(-1)?.heldOn ?? since)}.`)] // prettier-ignore
    : []
}
