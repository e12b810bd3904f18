import { officerRequests } from '../../officers/registers/officerRequests.ts'
import { recordsOf } from '../../world/world.ts'
import { bookHref } from '../../booking/web/book.view.ts'
import { kindWords, reviewsPath } from '../../booking/web/words.ts'
import { bookings } from '../../booking/domain/bookings.ts'
import { planOf } from '../../booking/domain/plan.ts'
import { waitingChildren } from '../../caseload/domain/waiting.ts'
import type { World } from '../../children/domain/world.ts'
import { longDate } from '../../kernel/dates.ts'
import { messageKinds } from '../../messages/domain/message.ts'
import type { StoredMessage } from '../../messages/app/ports.ts'
import { openDeadlines } from '../../reviews/domain/openDeadlines.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { formats } from '../../reviews/registers/formats.ts'
import type { OwnMeeting, Task } from '../domain/task.ts'
import type { CaseloadLine } from './work.view.ts'

/** Whose reviews someone looks after: those of these children, or everyone's. */
export type Whose = ReadonlySet<string> | 'everyone'

const isOf = (whose: Whose, child: string): boolean => whose === 'everyone' || whose.has(child)

/** Reviews to be booked, and reviews whose day has passed with no word of what happened. */
export const bookingTasks = (world: World, whose: Whose, code: string): Task[] =>
  planOf(world).flatMap(({ child, kind, state, due, bestBookedBy, booking, meeting }): Task[] => {
    if (!isOf(whose, child)) return []
    const what = kindWords[kind].toLowerCase()
    const note = due === null ? '' : `The review is due on ${longDate(due)}`
    if (state === 'not_booked') {
      return [{ what: `Book the ${what}`, href: bookHref(code, child, kind), child, by: bestBookedBy ?? due, note }]
    }
    if (booking === null) return []
    const href = reviewsPath(code, booking.review.reviewRef)
    if (state === 'no_word') {
      return [{ what: `Say what became of the ${what}`, href, child, by: meeting?.on ?? null, note }]
    }
    if (state === 'too_late')
      return [{ what: `Bring the ${what} forward, or say why it is late`, href, child, by: due, note }]
    return []
  })

/** Children who wait for an officer, and wishes for another one that nobody has decided on. */
export const allocationTasks = (world: World, code: string): Task[] => [
  ...waitingChildren(world).map(({ child, due, since }) => ({
    what: 'Choose an officer',
    href: authorityPath(code, 'children', child, 'officer'),
    child,
    by: due,
    note: `Without one since ${longDate(since)}`,
  })),
  ...recordsOf(world, officerRequests)
    .filter(({ decision }) => decision === null)
    .map(({ child, on }) => ({
      what: 'Decide whether the child gets another officer',
      href: authorityPath(code, 'children', child, 'officer', 'requests', on.toString()),
      child,
      by: null,
      note: `Asked on ${longDate(on)}`,
    })),
]

/** Letters that wait for approval, and messages that did not arrive or may not have gone. */
export const messageTasks = (messages: readonly StoredMessage[], whose: Whose, code: string): Task[] =>
  messages
    .filter(({ child }) => isOf(whose, child))
    .map(({ messageId, child, kind, state, reason }) => ({
      what:
        state === 'draft' ? `Read and approve: ${messageKinds[kind]}` : `Look after a message: ${messageKinds[kind]}`,
      href: authorityPath(code, 'messages', messageId),
      child,
      by: null,
      note: state === 'draft' ? '' : (reason ?? ''),
    }))

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

/** The children of someone's own, each with what is due next, soonest first. */
export function caseloadLines(world: World, children: ReadonlySet<string>): CaseloadLine[] {
  const next = new Map<string, CaseloadLine>()
  for (const { child, clock, due } of openDeadlines(world)) {
    if (children.has(child) && !next.has(child)) next.set(child, { child, next: clock.title, due })
  }
  const without = [...children].filter((child) => !next.has(child)).sort()
  return [...next.values(), ...without.map((child) => ({ child, next: '', due: null }))]
}
