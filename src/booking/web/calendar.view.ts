import { hasLeft } from '../../officers/domain/service.ts'
import { everyOfficer, isNarrowedByOfficer, isOfOfficer } from '../../access/web/ownList.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, addDays, addMonths, isSameDay, isWithin, longDate, monthName } from '../../kernel/dates.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { readDay, selectItems } from '../../platform/web/filters.ts'
import type { OtherMeeting } from '../../house/task.ts'
import type { TakenTime } from '../domain/diary.ts'
import { type CalendarEntry, calendarEntries } from './calendar.entries.ts'
import { iroItems } from './iros.ts'
import type { Teams } from './lists.filters.ts'
import { reviewTabs } from './tabs.ts'
import { reviewsPath } from './words.ts'
import type { CalendarFilters, Calendar } from './calendar.filters.ts'
import { weekTable, monthTable } from './calendar.tables.ts'

/**
 * All that calendar.njk shows. `hidden`: times that are taken for children whom the user may not see. `others`: reviews of
 * subjects that are no children.
 */
export function calendarPage(
  world: World,
  filters: CalendarFilters,
  teams: Teams,
  { hidden, others: all }: { hidden: readonly TakenTime[]; others: readonly OtherMeeting[] },
  code: string,
  ownOfficer = '',
) {
  const typed = filters.day === '' ? world.asAt : readDay(filters.day)
  const day = typed ?? world.asAt
  const { first, last } = spanOf(day, filters.view)
  const path = reviewsPath(code, 'calendar')
  const address = (change: Partial<CalendarFilters>) => withQuery(path, { ...filters, ...change })
  const entries = calendarEntries(world, first, last).filter((entry) => isShown(entry, filters, teams))
  const areOfficersShown = filters.by === 'officer' && filters.team === '' && filters.child === ''
  const isNear = ({ on, officerId }: { on: PlainDate; officerId: string | null }) =>
    isWithin(on, first, last) && isOfOfficer(filters.officer, officerId ?? '')
  const others = areOfficersShown ? all.filter(isNear) : []
  const away = (areOfficersShown ? hidden : []).filter(isNear).filter((time) => !others.some((one) => takes(one, time)))
  const calendar: Calendar = { world, filters, teams, entries, away, others, first, last, code }
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
        { value: 'officer', text: 'IROs' },
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

/** Whether the time is taken by this meeting, which is shown itself. */
const takes = ({ on, officerId, startsAt }: OtherMeeting, time: TakenTime): boolean =>
  isSameDay(on, time.on) && officerId === time.officerId && startsAt === time.startsAt

const notes = ({ by, team, child }: CalendarFilters, areSomeAway: boolean): string =>
  by === 'officer' && team === '' && child === ''
    ? areSomeAway
      ? 'Not free: a time that is taken for a child whom you may not see.'
      : ''
    : 'Only reviews of children whom you may see stand here. Look by IRO to see when each IRO is free.'

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

const officerItems = (world: World) => recordsOf(world, officers).filter((officer) => !hasLeft(officer, world.asAt))
