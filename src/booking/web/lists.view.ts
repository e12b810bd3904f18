import { everyOfficer, isNarrowedByOfficer, isOfOfficer } from '../../access/web/ownList.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import { explain } from '../../clocks/explain.ts'
import { type PlainDate, addDays, daysBetween, isBefore, isSameDay, longDateWithWeekday } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import type { CellValue } from '../../platform/csv.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { leadingBack } from '../../platform/web/back.ts'
import { type Choice, choicesOf, pageFilter, readDay, selectItems, textFilter } from '../../platform/web/filters.ts'
import { pageOf } from '../../platform/web/paging.ts'
import { versionOfBooking } from '../domain/bookings.ts'
import { clashOf, clashingReviews } from '../domain/clashes.ts'
import { type PlannedReview, bookingStates, planOf } from '../domain/plan.ts'
import { NOBODY, iroItems } from './iros.ts'
import { clashWords } from './clashes.view.ts'
import { type TabId, reviewTabs } from './tabs.ts'
import { kindWords, officerName, reviewsPath, slackWords, timesWords, whenWords } from './words.ts'

/** What a list of reviews is narrowed to, as it stands in the address. */
export const listFilters = z.object({
  officer: textFilter,
  team: textFilter,
  state: textFilter,
  child: textFilter,
  when: textFilter,
  on: textFilter,
  marked: textFilter,
  page: pageFilter,
})
export type ListFilters = z.infer<typeof listFilters>

/** Whose team each child is of. */
export type Teams = ReadonlyMap<string, string>

/** The tab that a review stands on: to be booked, or booked. */
export type ListTab = Extract<TabId, 'to-book' | 'booked'>

/** Beside the states of bookings: the IRO cannot chair the meeting, or should not. */
const CLASH = 'clash'
const CLASH_WORDS = 'To be given to another IRO'
const WITHIN_DAYS = [7, 14, 28, 90]

const whens: readonly Choice[] = [
  { value: 'overdue', text: 'Overdue' },
  ...WITHIN_DAYS.map((days) => ({ value: String(days), text: `In the next ${days} days` })),
]

/** The reviews of a tab: without a meeting that is booked, in order of the day by which; or with one, in order of its day. */
export function listed(world: World, tab: ListTab): PlannedReview[] {
  const plan = planOf(world).filter(({ meeting }) => (meeting !== null) === (tab === 'booked'))
  if (tab === 'to-book') return plan
  return plan.sort(
    (a, b) =>
      (a.meeting && b.meeting && daysBetween(b.meeting.on, a.meeting.on)) ||
      (a.meeting?.startsAt ?? '').localeCompare(b.meeting?.startsAt ?? '') ||
      a.child.localeCompare(b.child),
  )
}

/** The day that a list is ordered by: of what is to be booked, the day by which; of what is booked, the meeting's. */
const dayOf = (entry: PlannedReview, tab: ListTab): PlainDate | null =>
  tab === 'booked' ? (entry.meeting?.on ?? null) : entry.bestBookedBy

/** The reviews that the filters leave. */
export function narrowed(
  entries: readonly PlannedReview[],
  filters: ListFilters,
  tab: ListTab,
  teams: Teams,
  world: World,
): PlannedReview[] {
  const today = world.asAt
  const clashing = new Set(clashingReviews(world).map(({ review }) => review))
  const child = filters.child.toLowerCase()
  const on = filters.on === '' ? null : readDay(filters.on)
  return entries.filter(
    (entry) =>
      entry.child.toLowerCase().includes(child) &&
      isOfOfficer(filters.officer, entry.officerId ?? NOBODY) &&
      (filters.team === '' || teams.get(entry.child) === filters.team) &&
      (filters.state === '' || entry.state === filters.state || (filters.state === CLASH && clashing.has(entry))) &&
      (on === null || tab === 'to-book' || (entry.meeting !== null && isSameDay(entry.meeting.on, on))) &&
      isWhen(entry, filters.when, tab, today),
  )
}

function isWhen(entry: PlannedReview, when: string, tab: ListTab, today: PlainDate): boolean {
  const within = Number(when)
  if (when === '' || (when !== 'overdue' && Number.isNaN(within))) return true
  if (when === 'overdue') return entry.due !== null && isBefore(entry.due, today)
  const day = dayOf(entry, tab)
  return day !== null && isBefore(day, addDays(today, within + 1))
}

/** All that list.njk shows. `ownOfficer`: on whose children the list opens for the user; empty for everyone's. */
export function listPage(
  world: World,
  tab: ListTab,
  filters: ListFilters,
  teams: Teams,
  code: string,
  { mayBook, done, ownOfficer = '' }: { mayBook: boolean; done: string | null; ownOfficer?: string },
) {
  const entries = listed(world, tab)
  const parts = tab === 'booked' ? ['booked'] : []
  const path = reviewsPath(code, ...parts)
  const address = (change: Partial<Record<keyof ListFilters, string | number>>) =>
    withQuery(path, { ...filters, page: '', marked: '', ...change })
  const shown = narrowed(entries, filters, tab, teams, world)
  const page = pageOf(shown, filters.page, (number) => address({ page: number, marked: filters.marked }), ['review'])
  const isDayRead = filters.on === '' || readDay(filters.on) !== null
  const states =
    tab === 'booked' ? (['in_time', 'little_slack', 'too_late', 'no_word', 'opened', 'no_limit'] as const) : []
  const counted_ = narrowed(entries, { ...filters, state: '', when: '' }, tab, teams, world)
  return {
    title: tab === 'booked' ? 'Booked reviews' : 'Reviews to book',
    tabs: reviewTabs(code, tab),
    isBooked: tab === 'booked',
    done,
    errors: isDayRead ? [] : [{ text: 'Enter the day as a date, like 31 3 2026', href: '#on' }],
    action: path,
    severalAction: reviewsPath(code, 'several'),
    canMark: mayBook && tab === 'booked',
    mayBook,
    areMarked: filters.marked === 'all',
    markAllHref: address({ marked: 'all', page: filters.page }),
    markNoneHref: address({ page: filters.page }),
    filters,
    selects: {
      officer: iroItems(entries, world, filters.officer, ownOfficer),
      team: selectItems('Every team', teamChoices(entries, teams), filters.team),
      state: selectItems(
        'Everything',
        [
          ...states.map((state) => ({ value: state, text: bookingStates[state] })),
          ...(tab === 'booked' ? [{ value: CLASH, text: CLASH_WORDS }] : []),
        ],
        filters.state,
      ),
      when: selectItems('At any time', tab === 'booked' ? whens.slice(1) : whens, filters.when),
    },
    isFiltered: [
      isNarrowedByOfficer(filters.officer),
      filters.team,
      filters.state,
      filters.child,
      filters.when,
      filters.on,
    ].some(Boolean),
    clearHref: withQuery(path, { officer: everyOfficer(ownOfficer) }),
    isOwn: ownOfficer !== '' && filters.officer === ownOfficer,
    everyoneHref: address({ officer: everyOfficer(ownOfficer) }),
    counts: countsOf(counted_, tab, world).map(({ change, text, isCurrent }) => ({
      text,
      href: address({ state: '', when: '', ...change }),
      isCurrent: isCurrent(filters),
    })),
    rows: page.items.map((entry) => rowOf(entry, world, code, address({ page: filters.page }))),
    summary: page.summary,
    pagination: page.pagination,
    csvHref: withQuery(reviewsPath(code, ...(tab === 'booked' ? ['booked.csv'] : ['to-book.csv'])), {
      ...filters,
      page: '',
      marked: '',
    }),
    hasRecords: entries.length > 0,
  }
}

const teamChoices = (entries: readonly PlannedReview[], teams: Teams): Choice[] =>
  choicesOf(
    entries.flatMap(({ child }) => teams.get(child) ?? []),
    (team) => ({ value: team, text: team }),
  )

interface Count {
  text: string
  change: { state?: string; when?: string }
  isCurrent: (filters: ListFilters) => boolean
}

/** How many there are of what, for the line at the top that also narrows the list. */
function countsOf(entries: readonly PlannedReview[], tab: ListTab, world: World): Count[] {
  const today = world.asAt
  const all: Count = {
    text: `${counted(entries.length, 'review')} in all`,
    change: {},
    isCurrent: ({ state, when }) => state === '' && when === '',
  }
  if (tab === 'booked') {
    const states = (['no_word', 'too_late', 'little_slack'] as const).map((state) => ({
      text: `${entries.filter((entry) => entry.state === state).length} ${countWords[state]}`,
      change: { state },
      isCurrent: (filters: ListFilters) => filters.state === state,
    }))
    const clashing = clashingReviews(world).filter(({ review }) => entries.includes(review)).length
    const clash: Count = {
      text: `${clashing} to be given to another IRO`,
      change: { state: CLASH },
      isCurrent: ({ state }) => state === CLASH,
    }
    return [...states, ...(clashing > 0 ? [clash] : []), all]
  }
  const whenCounts = (['overdue', '7', '28'] as const).map((when) => ({
    text: `${entries.filter((entry) => isWhen(entry, when, tab, today)).length} ${when === 'overdue' ? 'overdue' : `best held in the next ${when} days, or before`}`,
    change: { when },
    isCurrent: (filters: ListFilters) => filters.when === when,
  }))
  return [...whenCounts, all]
}

const countWords = {
  no_word: 'with the date passed and no outcome recorded',
  too_late: 'booked too late',
  little_slack: 'booked close to the due date',
} as const

function rowOf(entry: PlannedReview, world: World, code: string, from: string) {
  const { child, kind, deadline, due, bestBookedBy, booking, meeting, state, slackDays } = entry
  const today = world.asAt
  const reviewRef = booking?.review.reviewRef ?? null
  const clash = meeting && clashOf(world, meeting)
  return {
    child,
    childHref: leadingBack(authorityPath(code, 'children', child), from),
    what: deadline?.clock.title ?? kindWords[kind],
    officer: officerName(recordsOf(world, officers), entry.officerId) || 'Nobody yet',
    due: due ? longDateWithWeekday(due) : 'Not known',
    isOverdue: due !== null && isBefore(due, today),
    best: bestBookedBy ? longDateWithWeekday(bestBookedBy) : 'As soon as possible',
    isBestPast: bestBookedBy !== null && isBefore(bestBookedBy, today),
    days: due ? daysWords(today, due) : '',
    why: deadline ? explain(deadline, world.holidays) : '',
    state: bookingStates[state],
    clash: clash ? clashWords(clash, recordsOf(world, officers)) : '',
    isBad: ['too_late', 'no_word'].includes(state),
    when: meeting ? whenWords(meeting) : '',
    slack: slackWords(slackDays),
    moved: booking?.review.timesRearranged ? `Moved ${timesWords(booking.review.timesRearranged)}` : '',
    reviewRef,
    version: booking ? versionOfBooking(booking) : '',
    href: reviewRef === null ? null : leadingBack(reviewsPath(code, reviewRef), from),
    isCalledOff: booking !== null && booking.meetings.length > 0,
    bookHref: leadingBack(withQuery(reviewsPath(code, 'book', child), { kind }), from),
    isBegun: state === 'opened' || (booking?.review.heldOn !== undefined && booking.review.heldOn !== null),
  }
}

/** How far off a day is, in words. */
export function daysWords(today: PlainDate, day: PlainDate): string {
  const days = daysBetween(today, day)
  if (days === 0) return 'today'
  return days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} late`
}

/** Reviews to be booked or booked, as a table to take away. */
export const planTable = (entries: readonly PlannedReview[], world: World, teams: Teams): CellValue[][] => [
  ['child', 'kind', 'due', 'best_booked_by', 'state', 'booked_date', 'starts_at', 'ends_at', 'officer_id', 'officer', 'team', 'place', 'slack_days', 'times_rearranged', 'review_ref', 'why'], // prettier-ignore
  ...entries.map(({ child, kind, due, bestBookedBy, state, meeting, officerId, slackDays, booking, deadline }) => [
    child,
    kind,
    due?.toString() ?? null,
    bestBookedBy?.toString() ?? null,
    bookingStates[state],
    meeting?.on.toString() ?? null,
    meeting?.startsAt ?? null,
    meeting?.endsAt ?? null,
    officerId,
    officerName(recordsOf(world, officers), officerId),
    teams.get(child) ?? null,
    meeting?.place ?? null,
    slackDays,
    booking?.review.timesRearranged ?? null,
    booking?.review.reviewRef ?? null,
    deadline ? explain(deadline, world.holidays) : null,
  ]),
]
