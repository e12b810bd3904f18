import { officerName } from '../../officers/domain/names.ts'
import { isUnderWatch } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import { advisers } from '../../children/registers/advisers.ts'
import { type WatchedPersonFact, people } from '../../children/registers/people.ts'
import type { Deadline } from '../../clocks/clock.ts'
import { explain } from '../../clocks/explain.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import { type PlainDate, addMonths, compareDates, isOnOrBefore, longDate } from '../../kernel/dates.ts'
import { officerIdOf } from '../../officers/domain/allocations.ts'
import { officers } from '../../officers/registers/officers.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { pageOf } from '../../platform/web/paging.ts'
import { visitsOf } from '../../oversight/domain/entries.ts'
import { registerReviewsOf } from '../../reviews/domain/world.ts'
import { openDeadlinesOf } from '../../world/deadlines.ts'
import { recordsOf } from '../../world/world.ts'
import { privateSummary, quarterOf } from '../domain/privateSummary.ts'
import { watchedPath } from './paths.ts'

/** Why the service watches over people, as the tabs say it, by what stands in the address. */
export const watchedLists = {
  leavers: { kind: 'CARE_LEAVER', text: 'Care leavers' },
  private: { kind: 'PRIVATE_FOSTERING', text: 'Private fostering' },
  orders: { kind: 'SUPERVISION_ORDER', text: 'Supervision orders' },
} as const satisfies Record<string, { kind: WatchedPersonFact['kind']; text: string }>

/** Which list is shown. */
export type WatchedList = keyof typeof watchedLists

/** The lists as tabs. */
export const tabsOf = (code: string, current: string) => [
  ...Object.entries(watchedLists).map(([id, { text }]) => ({
    text,
    href: id === 'leavers' ? watchedPath(code) : watchedPath(code, id),
    isCurrent: id === current,
  })),
  { text: 'Preparing to leave care', href: watchedPath(code, 'preparing'), isCurrent: current === 'preparing' },
]

/** All that list.njk shows of those whom the service watches over for one reason. */
export function watchedListPage(world: World, list: WatchedList, page: number, code: string, mayAdd: boolean) {
  const day = world.asAt
  const { kind, text } = watchedLists[list]
  const lastText = list === 'private' ? 'Last visit' : 'Last review'
  const all = recordsOf(world, people)
    .filter((person) => person.kind === kind && isUnderWatch(person, day))
    .map((person) => ({ person, next: soonest(openDeadlinesOf(world, person.child)) }))
    .sort(
      (a, b) =>
        String(a.next?.due ?? '9').localeCompare(String(b.next?.due ?? '9')) ||
        a.person.child.localeCompare(b.person.child),
    )
  const path = list === 'leavers' ? watchedPath(code) : watchedPath(code, list)
  const shown = pageOf(all, page, (number) => withQuery(path, { page: number }), ['person', 'people'])
  const whoseIs = (child: string) =>
    officerName(recordsOf(world, officers), officerIdOf(world, child, day)) || 'Nobody yet'
  return {
    title: text,
    tabs: tabsOf(code, list),
    asAt: longDate(day),
    addHref: mayAdd ? withQuery(watchedPath(code, 'new'), { kind }) : null,
    counts: [
      `${all.length} on this day`,
      `${all.filter(({ next }) => next?.state === 'overdue').length} with something overdue`,
    ],
    columns: ['Due next', 'Who', 'Since', lastText, list === 'leavers' ? 'IRO and adviser' : 'IRO'],
    lastText,
    rows: shown.items.map(({ person: { child, from }, next }) => ({
      child,
      href: authorityPath(code, 'children', child),
      since: longDate(from),
      what: next?.clock.title ?? 'Nothing is due',
      due: next ? longDate(next.due) : '',
      days: next ? whenDue(next, day) : '',
      isLate: next?.state === 'overdue',
      why: next ? explain(next, world.holidays) : '',
      last: lastWords(world, child, kind),
      officer: whoseIs(child),
      adviser: adviserOf(world, child),
    })),
    children: shown.items.map(({ person }) => person.child),
    summary: shown.summary,
    pagination: shown.pagination,
    empty: `Nobody is recorded whom you may see. People appear here once one is added, or a file of people (people) is imported.`,
    quarters: list === 'private' ? quartersOf(world) : null,
  }
}

const soonest = (open: readonly Deadline[]): Deadline | null =>
  open.toSorted((a, b) => compareDates(a.due, b.due))[0] ?? null

/** The name of a young person's adviser on the day of the world; empty where none is recorded. */
function adviserOf(world: World, child: string): string {
  const adviser = recordsOf(world, advisers).findLast((one) => one.child === child && isUnderWatch(one, world.asAt))
  return adviser ? (adviser.name ?? adviser.workerId) : ''
}

/** When someone was last reviewed or, of a child privately fostered, visited. */
function lastWords(world: World, child: string, kind: WatchedPersonFact['kind']): string {
  const days: (PlainDate | null)[] =
    kind === 'PRIVATE_FOSTERING'
      ? visitsOf(world, child).flatMap((visit) => (visit.kind === 'PRIVATE_FOSTERING' ? [visit.on] : []))
      : registerReviewsOf(world, child).map(({ heldOn }) => heldOn)
  const last = days
    .flatMap((on) => on ?? [])
    .filter((on) => isOnOrBefore(on, world.asAt))
    .sort(compareDates)
    .at(-1)
  return last ? longDate(last) : 'Not recorded'
}

/** The quarter of the day and the three before it, as senior leaders are told of them. */
function quartersOf(world: World) {
  const now = quarterOf(world.asAt)
  return {
    caption: 'Private fostering by quarter',
    columns: ['Quarter', 'Known at its end', 'Begun', 'Ended', 'Visits', 'Seen alone', 'First visits in time'],
    rows: [0, 1, 2, 3].map((back) => {
      const one = privateSummary(world, addMonths(now, -3 * back))
      const words = `${longDate(one.firstDay)} to ${longDate(one.lastDay)}`
      return [
        words,
        String(one.known),
        String(one.begun),
        String(one.ended),
        String(one.visits),
        one.seenAloneRecorded === 0 ? 'Not recorded' : `${one.seenAlone} of ${one.seenAloneRecorded}`,
        one.firstDue === 0 ? 'None was due' : `${one.firstInTime} of ${one.firstDue}`,
      ]
    }),
  }
}
