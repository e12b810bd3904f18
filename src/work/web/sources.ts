import { whoseWork } from '../../officers/domain/names.ts'
import { bookings } from '../../booking/domain/bookings.ts'
import type { World } from '../../children/domain/world.ts'
import { planOf } from '../../booking/domain/plan.ts'
import { careKinds } from '../../children/domain/deadlineKinds.ts'
import type { Deadline } from '../../clocks/clock.ts'
import { clockRunsOf, openDeadlinesOf } from '../../world/deadlines.ts'
import { compareDates, isBefore, longDate } from '../../kernel/dates.ts'
import { officerIdOf } from '../../officers/domain/allocations.ts'
import { reviewsPath } from '../../booking/web/words.ts'
import { formats } from '../../reviews/registers/formats.ts'
import type { OtherMeeting } from '../../house/task.ts'
import type { OwnMeeting } from '../domain/task.ts'
import type { CaseloadLine } from './work.view.ts'
import { inSentence } from '../../kernel/words.ts'

/** Whose work a child’s is today: the IRO’s, by name; empty where nobody is known. */
export function iroNameOf(world: World, child: string): string {
  const officerId = officerIdOf(world, child, world.asAt)
  return officerId === null ? '' : whoseWork(world, officerId)
}

/** The meetings that an officer chairs and that are booked. */
export const ownMeetings = (world: World, officerId: string, code: string): OwnMeeting[] =>
  bookings(world)
    .all()
    .flatMap(({ review, meetings }) =>
      meetings
        .filter((meeting) => meeting.officerId === officerId && meeting.status === 'BOOKED')
        .map(({ on, startsAt, child, place, format }) => ({
          on,
          startsAt,
          child,
          about: '',
          href: reviewsPath(code, review.reviewRef),
          where: [place, format && inSentence(formats[format])].filter(Boolean).join(', '),
        })),
    )

/** The same of subjects that are no children, as the rooms give them that keep them. */
export const ownOtherMeetings = (meetings: readonly OtherMeeting[], officerId: string): OwnMeeting[] =>
  meetings
    .filter((meeting) => meeting.officerId === officerId && !meeting.isHeld)
    .map(({ on, startsAt, about, href, where }) => ({ on, startsAt, child: null, about, href, where }))

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
  return [...soonest, ...without.map((child) => ({ child, next: '', due: null }))].map((line) => ({
    ...line,
    checks: checksInWords(world, line.child),
  }))
}

/**
 * How a child's health and education stand, in a line: what is late for certain, what is due next, and otherwise that
 * nobody can know, since what has been done since the last return stands nowhere.
 */
function checksInWords(world: World, child: string): string {
  const isAsked = ({ clock }: Deadline) => clock.kind === careKinds.health || clock.kind === careKinds.education
  const open = openDeadlinesOf(world, child).filter(isAsked)
  const late = open.filter(({ state }) => state === 'overdue')
  if (late.length > 0) return `Late: ${late.map(({ clock }) => clock.title).join(', ')}`
  const [next] = open.toSorted((a, b) => compareDates(a.due, b.due))
  if (next) return `${next.clock.title}: due by ${longDate(next.due)}`
  return clockRunsOf(world, child).some(({ clock }) => clock.kind === careKinds.health)
    ? 'Health and education: not known since the last return'
    : ''
}
