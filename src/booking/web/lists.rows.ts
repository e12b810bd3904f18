import { officerName } from '../../officers/domain/names.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import type { World } from '../../children/domain/world.ts'
import { explain } from '../../clocks/explain.ts'
import { type PlainDate, daysBetween, isBefore, longDateWithWeekday } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import type { CellValue } from '../../platform/csv.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { leadingBack } from '../../platform/web/back.ts'
import { versionOfBooking } from '../domain/bookings.ts'
import { clashOf } from '../domain/clashes.ts'
import { type PlannedReview, bookingStates } from '../domain/plan.ts'
import { clashWords } from './clashes.view.ts'
import { kindWords, reviewsPath, slackWords, timesWords, whenWords } from './words.ts'
import type { Teams } from './lists.filters.ts'

/** A review as its row of the page. */
export function rowOf(entry: PlannedReview, world: World, code: string, from: string) {
  const { child, kind, deadline, due, bestBookedBy, booking, meeting, state, slackDays } = entry
  const today = world.asAt
  const reviewRef = booking?.review.reviewRef ?? null
  const clash = meeting && clashOf(world, meeting)
  return {
    child,
    childHref: leadingBack(authorityPath(code, 'children', child), from),
    what: deadline?.clock.title ?? kindWords[kind],
    officer: officerName(recordsOf(world, officers), entry.officerId) || 'Nobody yet',
    due: due ? longDateWithWeekday(due) : 'Not known',
    isOverdue: due !== null && isBefore(due, today),
    best: bestBookedBy ? longDateWithWeekday(bestBookedBy) : 'As soon as possible',
    isBestPast: bestBookedBy !== null && isBefore(bestBookedBy, today),
    days: due ? daysWords(today, due) : '',
    why: deadline ? explain(deadline, world.holidays) : '',
    state: bookingStates[state],
    clash: clash ? clashWords(clash, recordsOf(world, officers)) : '',
    isBad: ['too_late', 'no_word'].includes(state),
    when: meeting ? whenWords(meeting) : '',
    slack: slackWords(slackDays),
    moved: booking?.review.timesRearranged ? `Moved ${timesWords(booking.review.timesRearranged)}` : '',
    reviewRef,
    version: booking ? versionOfBooking(booking) : '',
    href: reviewRef === null ? null : leadingBack(reviewsPath(code, reviewRef), from),
    isCalledOff: booking !== null && booking.meetings.length > 0,
    bookHref: leadingBack(withQuery(reviewsPath(code, 'book', child), { kind }), from),
    isBegun: state === 'opened' || (booking?.review.heldOn !== undefined && booking.review.heldOn !== null),
  }
}

/** How far off a day is, in words. */
export function daysWords(today: PlainDate, day: PlainDate): string {
  const days = daysBetween(today, day)
  if (days === 0) return 'today'
  return days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} late`
}

/** Reviews to be booked or booked, as a table to take away. */
export const planTable = (entries: readonly PlannedReview[], world: World, teams: Teams): CellValue[][] => [
  ['child', 'kind', 'due', 'best_booked_by', 'state', 'booked_date', 'starts_at', 'ends_at', 'officer_id', 'officer', 'team', 'place', 'slack_days', 'times_rearranged', 'review_ref', 'why'], // prettier-ignore
  ...entries.map(({ child, kind, due, bestBookedBy, state, meeting, officerId, slackDays, booking, deadline }) => [
    child,
    kind,
    due?.toString() ?? null,
    bestBookedBy?.toString() ?? null,
    bookingStates[state],
    meeting?.on.toString() ?? null,
    meeting?.startsAt ?? null,
    meeting?.endsAt ?? null,
    officerId,
    officerName(recordsOf(world, officers), officerId),
    teams.get(child) ?? null,
    meeting?.place ?? null,
    slackDays,
    booking?.review.timesRearranged ?? null,
    booking?.review.reviewRef ?? null,
    deadline ? explain(deadline, world.holidays) : null,
  ]),
]
