import { periodOn } from '../../children/domain/history.ts'
import { placementOn } from '../../children/domain/placements.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import { type PlainDate, addMonths, isAfter, isBefore, isOnOrAfter, longDate } from '../../kernel/dates.ts'
import { cycleOf } from '../../reviews/domain/world.ts'
import { recordsOf } from '../../world/world.ts'
import { reviewDetails } from '../registers/reviewDetails.ts'

/** The return's codes of long-term foster care. */
const LONG_TERM = ['U1', 'U4']
const MONTHS = 12

/** The last review of the child's present care that was held with a meeting before a day; null where none is known. */
export function lastMeetingBefore(world: World, child: string, day: PlainDate): PlainDate | null {
  const history = historyOf(world, child)
  const period = history && periodOn(history, day)
  if (!history || !period) return null
  const without = reviewsWithoutMeeting(world)
  const held = cycleOf(world, history).held.filter(
    (review) =>
      review.period === period && isBefore(review.heldOn, day) && !without.has(review.details?.reviewRef ?? ''),
  )
  return held.at(-1)?.heldOn ?? null
}

/** The reviews that were held without a meeting. */
const reviewsWithoutMeeting = (world: World): ReadonlySet<string> =>
  new Set(recordsOf(world, reviewDetails).flatMap(({ reviewRef, mode }) => (mode === 'NO_MEETING' ? [reviewRef] : [])))

/**
 * Why a review of the child on a day must have a meeting; null where the law allows it without: after more than a year in
 * long-term foster care, and with a meeting in the year before. CLK-REV-11: Care Planning, Placement and Case Review
 * (England) Regulations 2010, regulation 33, as amended by SI 2015/495, regulation 5.
 */
export function whyMeetingNeeded(world: World, child: string, day: PlainDate): string | null {
  const history = historyOf(world, child)
  const period = history && periodOn(history, day)
  if (!period) return 'The child is not looked after on this day'
  const placement = placementOn(period.placements, day)
  if (!placement || !LONG_TERM.includes(placement.type)) return 'The child is not in long-term foster care'
  const year = addMonths(placement.from, MONTHS)
  if (!isAfter(day, year))
    return `The child has been in this long-term placement since ${longDate(placement.from)}: more than a year is needed`
  const last = lastMeetingBefore(world, child, day)
  if (last === null) return 'No review with a meeting is known in the year before'
  return isOnOrAfter(addMonths(last, MONTHS), day)
    ? null
    : `The last review with a meeting was on ${longDate(last)}: there must be one in every year`
}
