import { everyOfficer, isNarrowedByOfficer } from '../../access/web/ownList.ts'
import { iroItems } from '../../booking/web/iros.ts'
import type { RuleFailure } from './child.view.ts'
import { childrenWithoutStart, startUnknownWords } from '../../children/domain/start.ts'
import { labelIn, placementGroups } from '../../children/domain/codes.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, longDateWithWeekday } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { leadingBack } from '../../platform/web/back.ts'
import { type Choice, choicesOf, selectItems } from '../../platform/web/filters.ts'
import { pageOf } from '../../platform/web/paging.ts'
import { coverageNote } from './coverageNote.ts'
import {
  type DueFilters,
  type WhoseList,
  type DueEntry,
  dueEntries,
  whens,
  narrowed,
  isWhen,
  titleOfAll,
} from './due.list.ts'
import { rowOf } from './due.rows.ts'

/** All that due.njk shows. `doubts`: by child, what the return's own rules find fault with and dates are worked out from. */
export function duePage(
  world: World,
  filters: DueFilters,
  code: string,
  isDayRead = true,
  doubts: ReadonlyMap<string, readonly RuleFailure[]> = new Map(),
  { teams = new Map(), ownOfficer = '', shownSubject }: WhoseList = {},
) {
  const day = world.asAt
  const entries = dueEntries(world, teams, shownSubject)
  const path = authorityPath(code, 'due')
  const address = (change: Partial<DueFilters>) => withQuery(path, { ...filters, page: '', ...change })
  const shown = narrowed(entries, filters, day)
  const page = pageOf(shown, filters.page, (number) => address({ page: number }), ['deadline'])
  const from = address({ page: filters.page })
  return {
    title: 'What is due',
    startUnknownWords,
    startUnknown: childrenWithoutStart(world).map((child) => ({
      child,
      href: leadingBack(authorityPath(code, 'children', child), from),
    })),
    action: path,
    note: coverageNote(world),
    asAt: longDateWithWeekday(day),
    errors: isDayRead ? [] : [{ text: 'Enter the day as a date, like 31 3 2026', href: '#asAt' }],
    filters,
    selects: {
      kind: selectItems('Everything', kindsOf(entries), filters.kind),
      limit: selectItems('Every time limit', limitsOf(entries, filters.kind), filters.limit),
      when: selectItems('At any time', whens, filters.when),
      placement: selectItems('Every placement', placementsOf(entries), filters.placement),
      officer: iroItems(entries, world, filters.officer, ownOfficer),
      team: selectItems('Every team', teamsOf(entries), filters.team),
    },
    isFiltered: [
      filters.child,
      filters.kind,
      filters.limit,
      filters.when,
      filters.placement,
      isNarrowedByOfficer(filters.officer),
      filters.team,
    ].some(Boolean),
    clearHref: withQuery(path, { asAt: filters.asAt, officer: everyOfficer(ownOfficer) }),
    isOwn: ownOfficer !== '' && filters.officer === ownOfficer,
    everyoneHref: address({ officer: everyOfficer(ownOfficer) }),
    counts: countsOf(narrowed(entries, { ...filters, when: '' }, day), day).map(({ when, text }) => ({
      text,
      href: address({ when }),
      isCurrent: filters.when === when,
    })),
    rows: page.items.map((entry) => rowOf(entry, world, code, from, doubts.get(entry.deadline.child ?? ''))),
    summary: page.summary,
    pagination: page.pagination,
    csvHref: withQuery(authorityPath(code, 'due.csv'), { ...filters, page: '' }),
    hasRecords: world.histories.length > 0,
    hasDeadlines: entries.length > 0,
  }
}

const kindsOf = (entries: readonly DueEntry[]): Choice[] =>
  choicesOf(entries, ({ deadline }) => ({ value: deadline.clock.kind.id, text: deadline.clock.kind.words }))

const limitsOf = (entries: readonly DueEntry[], kind: string): Choice[] =>
  choicesOf(
    entries.filter(({ deadline }) => kind === '' || deadline.clock.kind.id === kind),
    ({ deadline }) => ({ value: titleOfAll(deadline.clock), text: titleOfAll(deadline.clock) }),
  )

const teamsOf = (entries: readonly DueEntry[]): Choice[] =>
  choicesOf(
    entries.filter(({ team }) => team !== ''),
    ({ team }) => ({ value: team, text: team }),
  )

const placementsOf = (entries: readonly DueEntry[]): Choice[] =>
  choicesOf(
    entries.filter(({ placement }) => placement !== ''),
    ({ placement }) => ({ value: placement, text: labelIn(placementGroups, placement) }),
  )

/** How many there are of what, for the line at the top that also narrows the list. */
function countsOf(entries: readonly DueEntry[], day: PlainDate): { when: string; text: string }[] {
  const count = (when: string) => entries.filter(({ deadline }) => isWhen(deadline, when, day)).length
  return [
    { when: 'overdue', text: `${count('overdue').toLocaleString('en-GB')} overdue` },
    { when: 'today', text: `${count('today').toLocaleString('en-GB')} due today` },
    { when: '7', text: `${count('7').toLocaleString('en-GB')} due in the next 7 days` },
    { when: '28', text: `${count('28').toLocaleString('en-GB')} in the next 28 days` },
    { when: '', text: `${counted(entries.length, 'deadline')} in all` },
  ]
}
