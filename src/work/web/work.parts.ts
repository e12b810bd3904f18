import type { Task } from '../../house/task.ts'
import { type PlainDate, daysBetween, longDateWithWeekday } from '../../kernel/dates.ts'
import { counted, inSentence } from '../../kernel/words.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { pageOf } from '../../platform/web/paging.ts'
import { type TasksByUrgency, byUrgency } from '../domain/task.ts'

/** What there is to do, and for whom: `iroOf` gives a child’s IRO by name, empty where nobody is known. */
export interface TasksShown {
  tasks: readonly Task[]
  /** Left out for those who look after their own work alone. */
  iroOf?: (child: string) => string
}

/** Only so many of a part are shown: the others open on a page of their own. */
const MOST_SHOWN = 25

/** The parts of the page, in order. */
const partNames = [
  ['overdue', 'Overdue'],
  ['today', 'Today'],
  ['thisWeek', 'In the next 7 days'],
  ['toStart', 'Due later, to be started now'],
  ['waiting', 'As soon as you can'],
] as const satisfies readonly (readonly [keyof TasksByUrgency, string])[]

/** The parts that have something in them, each with what comes first in it. */
export function firstOfParts({ tasks, iroOf }: TasksShown, today: PlainDate, code: string) {
  const urgent = byUrgency(tasks, today)
  return partNames
    .map((named) => part(named, urgent[named[0]], urgent[named[0]].slice(0, MOST_SHOWN), iroOf, today, code))
    .filter(({ rows }) => rows.length > 0)
}

/** All that a page of one part shows, with the children whom it shows; null where there is no such part, or nothing in it. */
export function workPartPage(
  { tasks: all, iroOf }: TasksShown,
  today: PlainDate,
  code: string,
  { id, page }: { id: string; page: number },
) {
  const named = partNames.find(([name]) => name === id)
  const tasks = named ? byUrgency(all, today)[named[0]] : []
  if (!named || tasks.length === 0) return null
  const { items, pagination } = pageOf(tasks, page, (number) => withQuery(partHref(code, id), { page: number }), [
    'task',
  ])
  const shown = { ...part(named, tasks, items, iroOf, today, code), more: null }
  return {
    children: [...new Set(items.flatMap(({ child }) => child ?? []))],
    title: `My work: ${inSentence(named[1])}`,
    asAt: longDateWithWeekday(today),
    back: { href: authorityPath(code, 'work'), text: 'My work' },
    parts: [shown],
    pagination,
  }
}

const partHref = (code: string, id: string): string => authorityPath(code, 'work', 'all', id)

function part(
  [id, heading]: (typeof partNames)[number],
  tasks: readonly Task[],
  shown: readonly Task[],
  iroOf: TasksShown['iroOf'],
  today: PlainDate,
  code: string,
) {
  const rows = shown.map(({ what, href, child, by, note, whose }) => ({
    what,
    href,
    child: child ?? '',
    childHref: child === null ? '' : authorityPath(code, 'children', child),
    by: by === null ? '' : longDateWithWeekday(by),
    days: by === null ? '' : whenInWords(by, today),
    isLate: id === 'overdue',
    note,
    whose: whose ?? (child === null ? '' : (iroOf?.(child) ?? '')),
  }))
  const all = tasks.length.toLocaleString('en-GB')
  return {
    id,
    heading: `${heading} (${all})`,
    hasWhose: rows.some(({ whose }) => whose !== ''),
    rows,
    more: tasks.length > shown.length ? { href: partHref(code, id), text: `Show all ${all}` } : null,
  }
}

/** How far off a day is: `in 3 days`. */
export function whenInWords(day: PlainDate, today: PlainDate): string {
  const days = daysBetween(today, day)
  if (days === 0) return 'today'
  return days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} late`
}
