import { everyOfficer, isNarrowedByOfficer, isOfOfficer } from '../../access/web/ownList.ts'
import { absences } from '../../officers/registers/absences.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import {
  type PlainDate,
  addDays,
  addMonths,
  isBefore,
  isOnOrAfter,
  isOnOrBefore,
  isSameDay,
  isWithin,
  longDate,
  longDateWithWeekday,
  monthName,
  weekdayName,
} from '../../kernel/dates.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { readDay, selectItems, textFilter } from '../../platform/web/filters.ts'
import { clashOf } from '../domain/clashes.ts'
import { absenceOn, type TakenTime } from '../domain/diary.ts'
import { isInPost } from '../../officers/domain/service.ts'
import { type CalendarEntry, calendarEntries } from './calendar.entries.ts'
import { iroItems } from './iros.ts'
import type { Teams } from './lists.view.ts'
import { reviewTabs } from './tabs.ts'
import { officerName, reviewsPath, timeWords } from './words.ts'

/** What a calendar shows, as it stands in the address. */
export const calendarFilters = z.object({
  by: z.enum(['officer', 'team', 'child']).catch('officer'),
  view: z.enum(['week', 'month']).catch('week'),
  officer: textFilter,
  team: textFilter,
  child: textFilter,
  day: textFilter,
})
export type CalendarFilters = z.infer<typeof calendarFilters>

/** A line in a cell: a meeting, an absence, or a time that is not free. */
export interface CalendarLine {
  text: string
  /** The review; null where there is nothing to open. */
  href: string | null
  /** Whether something stands in the way of it, which the text says. */
  isBad?: boolean
  /** The child whom the text names by id, where it names one. */
  child?: string
}

const absenceWords = { LEAVE: 'On leave', OTHER: 'Away' } as const
const SATURDAY = 6

/** All that calendar.njk shows. `hidden`: times that are taken for children whom the user may not see. */
export function calendarPage(
  world: World,
  filters: CalendarFilters,
  teams: Teams,
  hidden: readonly TakenTime[],
  code: string,
  ownOfficer = '',
) {
  const typed = filters.day === '' ? world.asAt : readDay(filters.day)
  const day = typed ?? world.asAt
  const { first, last } = spanOf(day, filters.view)
  const path = reviewsPath(code, 'calendar')
  const address = (change: Partial<CalendarFilters>) => withQuery(path, { ...filters, ...change })
  const entries = calendarEntries(world, first, last).filter((entry) => isShown(entry, filters, teams))
  const taken = filters.by === 'officer' && filters.team === '' && filters.child === '' ? hidden : []
  const away = taken
    .filter((time) => isWithin(time.on, first, last))
    .filter(({ officerId }) => isOfOfficer(filters.officer, officerId))
  const calendar: Calendar = { world, filters, teams, entries, away, first, last, code }
  const step = filters.view === 'week' ? (by: number) => addDays(first, 7 * by) : (by: number) => addMonths(first, by)
  return {
    title: 'Calendar of reviews',
    tabs: reviewTabs(code, 'calendar'),
    errors: typed === null ? [{ text: 'Enter the day as a date, like 31 3 2026', href: '#day' }] : [],
    action: path,
    // A day is shown back as people write it.
    filters: {
      ...filters,
      day: filters.day === '' || typed === null ? filters.day : `${typed.day} ${typed.month} ${typed.year}`,
    },
    heading:
      filters.view === 'week'
        ? `Week from ${longDate(first)} to ${longDate(last)}`
        : `${monthName(day.month)} ${day.year}`,
    previous: { href: address({ day: step(-1).toString() }), text: `Previous ${filters.view}` },
    next: { href: address({ day: step(1).toString() }), text: `Next ${filters.view}` },
    today: { href: address({ day: '' }), text: filters.view === 'week' ? 'This week' : 'This month' },
    selects: {
      by: [
        { value: 'officer', text: 'Officers' },
        { value: 'team', text: 'Teams' },
        { value: 'child', text: 'Children' },
      ].map((item) => ({ ...item, selected: item.value === filters.by })),
      view: [
        { value: 'week', text: 'A week' },
        { value: 'month', text: 'A month' },
      ].map((item) => ({ ...item, selected: item.value === filters.view })),
      officer: iroItems(officerItems(world), world, filters.officer, ownOfficer),
      team: selectItems(
        'Every team',
        [...new Set(teams.values())].sort().map((team) => ({ value: team, text: team })),
        filters.team,
      ),
    },
    isFiltered: [isNarrowedByOfficer(filters.officer), filters.team, filters.child].some(Boolean),
    clearHref: withQuery(path, {
      by: filters.by,
      view: filters.view,
      day: filters.day,
      officer: everyOfficer(ownOfficer),
    }),
    isOwn: ownOfficer !== '' && filters.officer === ownOfficer,
    everyoneHref: address({ officer: everyOfficer(ownOfficer) }),
    table: filters.view === 'week' ? weekTable(calendar) : monthTable(calendar),
    note: notes(filters, away.length > 0),
    children: entries.map(({ child }) => child),
  }
}

const notes = ({ by, team, child }: CalendarFilters, areSomeAway: boolean): string =>
  by === 'officer' && team === '' && child === ''
    ? areSomeAway
      ? 'Not free: a time that is taken for a child whom you may not see.'
      : ''
    : 'Only reviews of children whom you may see stand here. Look by IRO to see when each IRO is free.'

interface Calendar {
  world: World
  filters: CalendarFilters
  teams: Teams
  entries: readonly CalendarEntry[]
  away: readonly TakenTime[]
  first: PlainDate
  last: PlainDate
  code: string
}

/** The week, Monday to Sunday, or the month that a day is in. */
function spanOf(day: PlainDate, view: 'week' | 'month'): { first: PlainDate; last: PlainDate } {
  if (view === 'week') {
    const first = addDays(day, 1 - day.dayOfWeek)
    return { first, last: addDays(first, 6) }
  }
  const first = addDays(day, 1 - day.day)
  return { first, last: addDays(addMonths(first, 1), -1) }
}

const isShown = (entry: CalendarEntry, filters: CalendarFilters, teams: Teams): boolean =>
  isOfOfficer(filters.officer, entry.officerId ?? '') &&
  (filters.team === '' || teams.get(entry.child) === filters.team) &&
  entry.child.toLowerCase().includes(filters.child.toLowerCase())

const officerItems = (world: World) =>
  recordsOf(world, officers).filter(({ endedOn }) => endedOn === null || isOnOrAfter(endedOn, world.asAt))

const daysFrom = (first: PlainDate, last: PlainDate): PlainDate[] => {
  const days: PlainDate[] = []
  for (let day = first; isOnOrBefore(day, last); day = addDays(day, 1)) days.push(day)
  return days
}

/** Weekends only where something is on them. */
const daysShown = ({ entries, away, first, last }: Calendar): PlainDate[] =>
  daysFrom(first, last).filter(
    (day) => day.dayOfWeek < SATURDAY || [...entries, ...away].some(({ on }) => isSameDay(on, day)),
  )

/** A row for each officer, team or child, a column for each day. */
function weekTable(calendar: Calendar) {
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
function monthTable(calendar: Calendar) {
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
function rowsOf({ world, filters, entries, teams, first, last }: Calendar): { key: string; name: string }[] {
  const allOfficers = recordsOf(world, officers)
  if (filters.by === 'officer') {
    const inPost = allOfficers.filter(
      (officer) =>
        isInPost(officer, first) ||
        isInPost(officer, last) ||
        entries.some(({ officerId }) => officerId === officer.officerId),
    )
    const rows = inPost
      .filter(({ officerId }) => isOfOfficer(filters.officer, officerId))
      .map(({ officerId, name }) => ({ key: officerId, name }))
      .sort((a, b) => a.name.localeCompare(b.name))
    return entries.some(({ officerId }) => officerId === null) ? [...rows, { key: '', name: 'Nobody yet' }] : rows
  }
  const keys = [
    ...new Set(entries.map(({ child }) => (filters.by === 'team' ? (teams.get(child) ?? '') : child))),
  ].sort()
  return keys.map((key) => ({ key, name: key === '' ? 'No team' : key }))
}

/** What a cell holds: of a row's officer, team or child, or of everyone where `key` is null. */
function linesOf(calendar: Calendar, day: PlainDate, key: string | null): CalendarLine[] {
  const { world, filters, teams, entries, away, code } = calendar
  const allOfficers = recordsOf(world, officers)
  const isOfRow = ({ officerId, child }: CalendarEntry): boolean => {
    if (key === null) return true
    if (filters.by === 'officer') return (officerId ?? '') === key
    return (filters.by === 'team' ? (teams.get(child) ?? '') : child) === key
  }
  const namesOfficer = filters.by !== 'officer' || key === null
  const meetings = entries
    .filter((entry) => isSameDay(entry.on, day) && isOfRow(entry))
    .map((entry) => ({
      startsAt: entry.startsAt ?? '',
      text: [
        timeWords(entry),
        `child ${entry.child}`,
        namesOfficer && officerName(allOfficers, entry.officerId),
        stateOf(world, entry),
        clashOf(world, entry) && 'to be given to another IRO',
      ]
        .filter(Boolean)
        .join(', '),
      href: reviewsPath(code, entry.reviewRef),
      child: entry.child,
      isBad: clashOf(world, entry) !== null || stateOf(world, entry) === PASSED,
    }))
  const notFree = away
    .filter(({ on, officerId }) => isSameDay(on, day) && (key === null || officerId === key))
    .map((time) => ({
      startsAt: time.startsAt,
      text: `Not free ${timeWords(time)}${key === null ? `, ${officerName(allOfficers, time.officerId)}` : ''}`,
      href: null,
    }))
  return [
    ...absent(calendar, day, key),
    ...[...meetings, ...notFree].sort((a, b) => a.startsAt.localeCompare(b.startsAt)),
  ]
}

const PASSED = 'date passed, outcome not recorded'

/** What tells a meeting from one that is booked and to come; empty for that. */
function stateOf({ asAt }: Pick<World, 'asAt'>, { status, on }: CalendarEntry): string {
  if (status === 'HELD') return 'held'
  return isBefore(on, asAt) ? PASSED : ''
}

function absent({ world, filters }: Calendar, day: PlainDate, key: string | null): CalendarLine[] {
  if (filters.by !== 'officer' || day.dayOfWeek >= SATURDAY) return []
  const allOfficers = recordsOf(world, officers)
  const allAbsences = recordsOf(world, absences)
  const asked = allOfficers.filter(({ officerId }) =>
    key === null ? isOfOfficer(filters.officer, officerId) : officerId === key,
  )
  return asked.flatMap((officer) => {
    const absence = absenceOn(allAbsences, officer.officerId, day)
    if (!absence) return []
    const words = absenceWords[absence.kind]
    return [{ text: key === null ? `${officer.name}: ${words.toLowerCase()}` : words, href: null }]
  })
}
