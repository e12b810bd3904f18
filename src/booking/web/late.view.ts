import { officerName } from '../../officers/domain/names.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import type { World } from '../../children/domain/world.ts'
import { daysBetween, longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import type { CellValue } from '../../platform/csv.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import type { HeldReview } from '../../reviews/domain/cycle.ts'
import { howLate } from '../../reviews/domain/howLate.ts'
import { planOf } from '../domain/plan.ts'
import { heldLateInYear } from '../domain/rearranged.ts'
import { reviewTabs } from './tabs.ts'
import { reviewsPath, slackWords, whenWords } from './words.ts'

const NO_REASON = 'No reason is recorded'

/** The reviews that are booked too late, and those that were held late since the year began. All that late.njk shows. */
export function latePage(world: World, today: World, code: string) {
  const booked = planOf(today).filter(({ state }) => state === 'too_late')
  const held = heldLateInYear(world)
  return {
    title: 'Late reviews',
    tabs: reviewTabs(code, 'late'),
    year: world.year.name,
    csvHref: reviewsPath(code, 'late.csv'),
    booked: booked.map(({ child, meeting, due, slackDays, officerId, booking }) => ({
      child,
      childHref: authorityPath(code, 'children', child),
      href: reviewsPath(code, booking?.review.reviewRef ?? ''),
      when: meeting ? whenWords(meeting) : '',
      due: due ? longDate(due) : '',
      late: slackWords(slackDays),
      officer: officerName(recordsOf(today, officers), officerId),
      reason: booking?.review.lateReason ?? NO_REASON,
      hasReason: booking?.review.lateReason != null,
    })),
    held: held.map((review) => ({
      child: review.child,
      childHref: authorityPath(code, 'children', review.child),
      href: review.details && reviewsPath(code, review.details.reviewRef),
      when: longDate(review.heldOn),
      ...lateness(review),
      officer: officerName(recordsOf(world, officers), review.details?.officerId ?? null),
      reason: review.details?.lateReason ?? NO_REASON,
      hasReason: review.details?.lateReason != null,
    })),
    reasons: reasonsOf(held),
  }
}

/** By when it was due, and how that was missed. */
const lateness = (review: HeldReview): { due: string; late: string } => ({
  due: review.judgedBy ? longDate(review.judgedBy.due) : '',
  late: howLate(review),
})

const reasonsOf = (held: readonly HeldReview[]) =>
  [...Map.groupBy(held, ({ details }) => details?.lateReason ?? NO_REASON)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, group]) => ({ reason, count: counted(group.length, 'review') }))

/** The reviews held late, as a table to take away. */
export const lateTable = (world: World): CellValue[][] => [
  ['child', 'review_ref', 'held_date', 'due', 'days_late', 'officer_id', 'late_reason'],
  ...heldLateInYear(world).map(({ child, heldOn, judgedBy, details }) => [
    child,
    details?.reviewRef ?? null,
    heldOn.toString(),
    judgedBy?.due.toString() ?? null,
    judgedBy ? Math.max(0, daysBetween(judgedBy.due, heldOn)) : null,
    details?.officerId ?? null,
    details?.lateReason ?? null,
  ]),
]
