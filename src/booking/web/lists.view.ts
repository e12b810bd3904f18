import { everyOfficer, isNarrowedByOfficer } from '../../access/web/ownList.ts'
import type { World } from '../../children/domain/world.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { type Choice, choicesOf, readDay, selectItems } from '../../platform/web/filters.ts'
import { pageOf } from '../../platform/web/paging.ts'
import { type PlannedReview, bookingStates } from '../domain/plan.ts'
import { iroItems } from './iros.ts'
import { reviewTabs } from './tabs.ts'
import { reviewsPath } from './words.ts'
import {
  type ListFilters,
  type Teams,
  type ListTab,
  CLASH,
  CLASH_WORDS,
  whens,
  listed,
  narrowed,
  countsOf,
} from './lists.filters.ts'
import { rowOf } from './lists.rows.ts'

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
