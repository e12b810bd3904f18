import type { World } from '../../children/domain/world.ts'
import { longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import type { CellValue } from '../../platform/csv.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { pageOf } from '../../platform/web/paging.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { askers } from '../../reviews/registers/rearrangements.ts'
import { rearrangedInYear } from '../domain/rearranged.ts'
import { reviewTabs } from './tabs.ts'
import { reviewsPath, slackWords } from './words.ts'

/** The moves of the year: how many reviews, who asked, why. All that rearranged.njk shows. */
export function rearrangedPage(world: World, asked: number, code: string) {
  const { moves, reviewsHeld, reviewsMoved, byAsker, byReason } = rearrangedInYear(world)
  const path = reviewsPath(code, 'rearranged')
  const page = pageOf(moves, asked, (number) => withQuery(path, { page: number }), ['move'])
  const share = reviewsHeld === 0 ? null : Math.round((100 * reviewsMoved) / reviewsHeld)
  return {
    title: 'Rearranged reviews',
    tabs: reviewTabs(code, 'rearranged'),
    year: world.year.name,
    csvHref: reviewsPath(code, 'rearranged.csv'),
    share:
      share === null
        ? 'No review was held yet in the year.'
        : `${share}% of the reviews held in ${world.year.name} were moved at least once: ${reviewsMoved.toLocaleString('en-GB')} of ${counted(reviewsHeld, 'review')}.`,
    tables: [
      {
        caption: 'Who asked',
        columns: ['Who', 'Moves'],
        rows: byAsker.map(({ asker, count }) => [askers[asker], count]),
      },
      {
        caption: 'Why',
        columns: ['Reason', 'Moves'],
        rows: byReason.slice(0, MOST_REASONS).map(({ reason, count }) => [reason, count]),
      },
    ],
    rows: page.items.map(({ child, reviewRef, on, fromDay, toDay, askedBy, reason, slackDays }) => ({
      child,
      childHref: authorityPath(code, 'children', child),
      href: reviewsPath(code, reviewRef),
      on: longDate(on),
      from: longDate(fromDay),
      to: longDate(toDay),
      asker: askers[askedBy],
      reason,
      slack: slackWords(slackDays),
    })),
    summary: page.summary,
    pagination: page.pagination,
  }
}

const MOST_REASONS = 10

/** The moves of the year as a table to take away. */
export const rearrangedTable = (world: World): CellValue[][] => [
  ['child', 'review_ref', 'number', 'date', 'from_date', 'to_date', 'asked_by', 'reason', 'slack_days'],
  ...rearrangedInYear(world).moves.map((move) => [
    move.child,
    move.reviewRef,
    move.number,
    move.on.toString(),
    move.fromDay.toString(),
    move.toDay.toString(),
    askers[move.askedBy],
    move.reason,
    move.slackDays,
  ]),
]
