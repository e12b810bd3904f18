import { bookings } from '../../booking/domain/bookings.ts'
import { reviewsPath } from '../../booking/web/words.ts'
import type { World } from '../../children/domain/world.ts'
import { planOf } from '../../booking/domain/plan.ts'
import { isBefore } from '../../kernel/dates.ts'
import { formats } from '../../reviews/registers/formats.ts'
import type { OwnMeeting } from '../domain/task.ts'
import type { CaseloadLine } from './work.view.ts'

/** The meetings that an officer chairs and that are booked. */
export const ownMeetings = (world: World, officerId: string, code: string): OwnMeeting[] =>
  [...bookings(world).values()].flatMap(({ review, meetings }) =>
    meetings
      .filter((meeting) => meeting.officerId === officerId && meeting.status === 'BOOKED')
      .map(({ on, startsAt, child, place, format }) => ({
        on,
        startsAt,
        child,
        href: reviewsPath(code, review.reviewRef),
        where: [place, format && formats[format].toLowerCase()].filter(Boolean).join(', '),
      })),
  )

/** The children of someone's own, each with the next review that is due, soonest first. */
export function caseloadLines(world: World, children: ReadonlySet<string>): CaseloadLine[] {
  const next = new Map<string, CaseloadLine>()
  for (const { child, deadline, due } of planOf(world)) {
    if (!children.has(child) || due === null || deadline === null) continue
    const before = next.get(child)
    if (!before?.due || isBefore(due, before.due)) next.set(child, { child, next: deadline.clock.title, due })
  }
  const without = [...children].filter((child) => !next.has(child)).sort()
  const soonest = [...next.values()].sort((a, b) => String(a.due).localeCompare(String(b.due)))
  return [...soonest, ...without.map((child) => ({ child, next: '', due: null }))]
}
