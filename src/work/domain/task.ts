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
  const inOrder = [...tasks].sort(compareTasks)
  const weekEnds = addDays(today, DAYS_AHEAD)
  return {
    overdue: inOrder.filter(({ by }) => by !== null && isBefore(by, today)),
    today: inOrder.filter(({ by }) => by !== null && isSameDay(by, today)),
    thisWeek: inOrder.filter(({ by }) => by !== null && isAfter(by, today) && !isAfter(by, weekEnds)),
    toStart: inOrder.filter(
      ({ by, startOn }) => by !== null && isAfter(by, weekEnds) && startOn != null && !isAfter(startOn, today),
    ),
    waiting: inOrder.filter(({ by }) => by === null),
  }
}

/** One collator for all: thousands of tasks are put in order for each page of a manager. */
const { compare } = new Intl.Collator('en-GB')

/** By day, those without one last: among them, and on one day, by child. */
function compareTasks(a: Task, b: Task): number {
  const byDay = a.by && b.by ? compareDates(a.by, b.by) : Number(a.by === null) - Number(b.by === null)
  return byDay || compare(a.child ?? '', b.child ?? '') || compare(a.what, b.what)
}

/** The meetings of today and the seven days after it, in order of time. */
export const meetingsAhead = (meetings: readonly OwnMeeting[], today: PlainDate): OwnMeeting[] =>
  meetings
    .filter(({ on }) => !isBefore(on, today) && !isAfter(on, addDays(today, DAYS_AHEAD)))
    .sort((a, b) => compareDates(a.on, b.on) || (a.startsAt ?? '').localeCompare(b.startsAt ?? ''))
