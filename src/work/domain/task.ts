import type { Task } from '../../house/task.ts'
import { type PlainDate, addDays, compareDates, isAfter, isBefore, isSameDay } from '../../kernel/dates.ts'

/** A meeting that the person chairs. */
export interface OwnMeeting {
  on: PlainDate
  /** `14:30`; null where only the day is booked. */
  startsAt: string | null
  /** Null where it is of no child; then `about` says of whom. */
  child: string | null
  /** `household FC12`; empty for a child. */
  about: string
  href: string
  /** Where and how; empty where neither is known. */
  where: string
}

/** The tasks of a person, as the page shows them: nothing that is more than a week off, unless it is to be started now. */
export interface TasksByUrgency {
  overdue: readonly Task[]
  today: readonly Task[]
  thisWeek: readonly Task[]
  /** More than a week off, and to be started by now. */
  toStart: readonly Task[]
  /** Without a day of their own. */
  waiting: readonly Task[]
}

const DAYS_AHEAD = 7

/** Parts the tasks by when they must be done, each part in order of day, then child. */
export function byUrgency(tasks: readonly Task[], today: PlainDate): TasksByUrgency {
  const weekEnds = addDays(today, DAYS_AHEAD)
  const parts: Record<keyof TasksByUrgency, Task[]> = { overdue: [], today: [], thisWeek: [], toStart: [], waiting: [] }
  const partOf = ({ by, startOn }: Task): Task[] | null => {
    if (by === null) return parts.waiting
    if (isBefore(by, today)) return parts.overdue
    if (isSameDay(by, today)) return parts.today
    if (!isAfter(by, weekEnds)) return parts.thisWeek
    return startOn != null && !isAfter(startOn, today) ? parts.toStart : null
  }
  // Thousands of tasks are put in order for each page of a manager: most of them are later, and stand in no part.
  for (const task of tasks) partOf(task)?.push(task)
  for (const part of Object.values(parts)) part.sort(compareTasks)
  return parts
}

/** By day; on one day, and where there is none, by child and then by what is to be done. Plain order: ids are no words. */
function compareTasks(a: Task, b: Task): number {
  const byDay = a.by && b.by ? compareDates(a.by, b.by) : 0
  return byDay || compareText(a.child ?? '', b.child ?? '') || compareText(a.what, b.what)
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/** The meetings of today and the seven days after it, in order of time. */
export const meetingsAhead = (meetings: readonly OwnMeeting[], today: PlainDate): OwnMeeting[] =>
  meetings
    .filter(({ on }) => !isBefore(on, today) && !isAfter(on, addDays(today, DAYS_AHEAD)))
    .sort((a, b) => compareDates(a.on, b.on) || (a.startsAt ?? '').localeCompare(b.startsAt ?? ''))
