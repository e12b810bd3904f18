import { officerName } from '../../officers/domain/names.ts'
import { reviewsPath, whenWords } from '../../booking/web/words.ts'
import type { RuleFailure } from './child.view.ts'
import { labelIn, placementGroups } from '../../children/domain/codes.ts'
import { isKnown } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import type { Deadline } from '../../clocks/clock.ts'
import { explain } from '../../clocks/explain.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import { longDateWithWeekday } from '../../kernel/dates.ts'
import type { CellValue } from '../../platform/csv.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { leadingBack } from '../../platform/web/back.ts'
import { officers } from '../../officers/registers/officers.ts'
import type { MeetingFact } from '../../reviews/registers/meetings.ts'
import { recordsOf } from '../../world/world.ts'
import { deadlinesTable } from '../tables.ts'
import type { DueEntry } from './due.list.ts'

/** Whether the review that meets a deadline is booked. */
const bookedWords = (meeting: MeetingFact | null, code: string, from: string) =>
  meeting
    ? { text: `Booked for ${whenWords(meeting)}`, href: leadingBack(reviewsPath(code, meeting.reviewRef), from) }
    : { text: 'Not booked', href: null }

/** Whether what a rule finds fault with is what the deadline is counted from. */
const isDoubtful = ({ startedBy }: Deadline, doubts: readonly RuleFailure[]): boolean =>
  doubts.some(({ days, isOfPresent }) => isOfPresent || days.includes(startedBy.on.toString()))

/** An entry as its row of the page. */
export function rowOf(
  { deadline, placement, officerId, booking, subject }: DueEntry,
  world: World,
  code: string,
  from: string,
  doubts: readonly RuleFailure[] = [],
) {
  return {
    due: longDateWithWeekday(deadline.due),
    days: whenDue(deadline, world.asAt),
    isLate: deadline.state === 'overdue',
    what: deadline.clock.title,
    child: deadline.child,
    childHref:
      deadline.child !== null && isKnown(world, deadline.child)
        ? leadingBack(authorityPath(code, 'children', deadline.child), from)
        : null,
    subject,
    placement: placement === '' ? '' : labelIn(placementGroups, placement),
    why: explain(deadline, world.holidays),
    isDoubtful: isDoubtful(deadline, doubts),
    iro: officerName(recordsOf(world, officers), officerId) || 'No IRO',
    booked: booking && bookedWords(booking.meeting, code, from),
  }
}

/** The due list as a table to take away: what the command gives, and whose each is and whether its review is booked. */
export function dueTable(entries: readonly DueEntry[], world: World): CellValue[][] {
  const [heading = [], ...rows] = deadlinesTable(
    entries.map(({ deadline }) => deadline),
    world,
  )
  const more = entries.map(({ officerId, team, booking }) => [
    officerId,
    officerName(recordsOf(world, officers), officerId),
    team,
    booking?.meeting?.on.toString() ?? null,
  ])
  return [
    [...heading, 'officer_id', 'officer', 'team', 'booked_date'],
    ...rows.map((row, index) => [...row, ...(more[index] ?? [])]),
  ]
}
