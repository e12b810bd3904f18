import { isOfOfficer } from '../../access/web/ownList.ts'
import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, addDays, daysBetween, isBefore, isSameDay } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { type Choice, pageFilter, readDay, textFilter } from '../../platform/web/filters.ts'
import { clashingReviews } from '../domain/clashes.ts'
import { type PlannedReview, planOf } from '../domain/plan.ts'
import { NOBODY } from './iros.ts'
import type { TabId } from './tabs.ts'

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
export const CLASH = 'clash'
/** How a clash is named in words. */
export const CLASH_WORDS = 'To be given to another IRO'
const WITHIN_DAYS = [7, 14, 28, 90]

/** When a review takes place, as a list is narrowed. */
export const whens: readonly Choice[] = [
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

interface Count {
  text: string
  change: { state?: string; when?: string }
  isCurrent: (filters: ListFilters) => boolean
}

/** How many there are of what, for the line at the top that also narrows the list. */
export function countsOf(entries: readonly PlannedReview[], tab: ListTab, world: World): Count[] {
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
