import { isOfOfficer } from '../../access/web/ownList.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import {
  type PlainDate,
  addDays,
  isOnOrBefore,
  isSameDay,
  isWithin,
  longDateWithWeekday,
  monthName,
  weekdayName,
} from '../../kernel/dates.ts'
import { isInPost } from '../../officers/domain/service.ts'
import type { Calendar } from './calendar.filters.ts'
import { SATURDAY, linesOf } from './calendar.lines.ts'

const daysFrom = (first: PlainDate, last: PlainDate): PlainDate[] => {
  const days: PlainDate[] = []
  for (let day = first; isOnOrBefore(day, last); day = addDays(day, 1)) days.push(day)
  return days
}

/** Weekends only where something is on them. */
const daysShown = ({ entries, away, others, first, last }: Calendar): PlainDate[] =>
  daysFrom(first, last).filter(
    (day) => day.dayOfWeek < SATURDAY || [...entries, ...away, ...others].some(({ on }) => isSameDay(on, day)),
  )

/** A row for each officer, team or child, a column for each day. */
export function weekTable(calendar: Calendar) {
  const days = daysShown(calendar)
  return {
    caption: `Reviews by ${calendar.filters.by}`,
    corner: { officer: 'IRO', team: 'Team', child: 'Child' }[calendar.filters.by],
    columns: days.map((day) => `${weekdayName(day)} ${day.day} ${monthName(day.month)}`),
    rows: rowsOf(calendar).map(({ key, name }) => ({
      name,
      cells: days.map((day) => ({ name: longDateWithWeekday(day), day: '', lines: linesOf(calendar, day, key) })),
    })),
  }
}

/** A row for each week, a column for each day of it. */
export function monthTable(calendar: Calendar) {
  const shown = daysShown(calendar)
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((number) => shown.some(({ dayOfWeek }) => dayOfWeek === number))
  const firstMonday = addDays(calendar.first, 1 - calendar.first.dayOfWeek)
  const mondays = daysFrom(firstMonday, calendar.last).filter(({ dayOfWeek }) => dayOfWeek === 1)
  return {
    caption: 'Reviews of the month',
    corner: 'Week from',
    columns: weekdays.map((number) => weekdayName(addDays(firstMonday, number - 1))),
    rows: mondays.map((monday) => ({
      name: `${monday.day} ${monthName(monday.month)}`,
      cells: weekdays.map((number) => {
        const day = addDays(monday, number - 1)
        const isInMonth = isWithin(day, calendar.first, calendar.last)
        return {
          name: longDateWithWeekday(day),
          day: isInMonth ? String(day.day) : '',
          lines: isInMonth ? linesOf(calendar, day, null) : [],
        }
      }),
    })),
  }
}

/** What the rows of a week are about: every officer in post, and the teams and children with something on. */
function rowsOf({ world, filters, entries, others, teams, first, last }: Calendar): { key: string; name: string }[] {
  const allOfficers = recordsOf(world, officers)
  if (filters.by === 'officer') {
    const inPost = allOfficers.filter(
      (officer) =>
        isInPost(officer, first) ||
        isInPost(officer, last) ||
        [...entries, ...others].some(({ officerId }) => officerId === officer.officerId),
    )
    const rows = inPost
      .filter(({ officerId }) => isOfOfficer(filters.officer, officerId))
      .map(({ officerId, name }) => ({ key: officerId, name }))
      .sort((a, b) => a.name.localeCompare(b.name))
    return [...entries, ...others].some(({ officerId }) => officerId === null)
      ? [...rows, { key: '', name: 'Nobody yet' }]
      : rows
  }
  const keys = [
    ...new Set(entries.map(({ child }) => (filters.by === 'team' ? (teams.get(child) ?? '') : child))),
  ].sort()
  return keys.map((key) => ({ key, name: key === '' ? 'No team' : key }))
}
