import type { RuleFailure } from './child.view.ts'
import { childrenWithoutStart, startUnknownWords } from '../../children/domain/start.ts'
import { labelIn, placementGroup, placementGroups } from '../../children/domain/codes.ts'
import { type World, historyOf, lookedAfter } from '../../children/domain/world.ts'
import type { Deadline } from '../../clocks/clock.ts'
import { explain } from '../../clocks/explain.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import { type PlainDate, daysBetween, isSameDay, longDateWithWeekday } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import * as z from 'zod'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { type Choice, choicesOf, pageFilter, selectItems, textFilter } from '../../platform/web/filters.ts'
import { pageOf } from '../../platform/web/paging.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { coverageNote } from './coverageNote.ts'

/** What the due list is narrowed to, as it stands in the address. Empty text: not narrowed. */
export const dueFilters = z.object({
  child: textFilter,
  kind: textFilter,
  limit: textFilter,
  when: textFilter,
  placement: textFilter,
  asAt: textFilter,
  page: pageFilter,
})
export type DueFilters = z.infer<typeof dueFilters>

/** A line of the due list. */
export interface DueEntry {
  deadline: Deadline
  /** The key of `placementGroups` that the child is in; empty where the child is in no placement. */
  placement: string
}

/** Every open deadline of the world with where its child lives. */
export function dueEntries(world: World): DueEntry[] {
  const groups = new Map(
    lookedAfter(world).flatMap(({ history, placement }) =>
      placement ? [[history.record.child, placementGroup(placement.type, placement.provider)]] : [],
    ),
  )
  return openDeadlines(world).map((deadline) => ({ deadline, placement: groups.get(deadline.child) ?? '' }))
}

const WITHIN_DAYS = [7, 14, 28, 90]

const whens: readonly Choice[] = [
  { value: 'overdue', text: 'Overdue' },
  { value: 'today', text: 'Today' },
  ...WITHIN_DAYS.map((days) => ({ value: String(days), text: `In the next ${days} days` })),
]

/** The entries that the filters leave. */
export function narrowed(entries: readonly DueEntry[], filters: DueFilters, day: PlainDate): DueEntry[] {
  const child = filters.child.toLowerCase()
  return entries.filter(
    ({ deadline, placement }) =>
      deadline.child.toLowerCase().includes(child) &&
      (filters.kind === '' || deadline.clock.kind.id === filters.kind) &&
      (filters.limit === '' || deadline.clock.title === filters.limit) &&
      (filters.placement === '' || placement === filters.placement) &&
      isWhen(deadline, filters.when, day),
  )
}

function isWhen(deadline: Deadline, when: string, day: PlainDate): boolean {
  if (when === 'overdue') return deadline.state === 'overdue'
  if (when === 'today') return isSameDay(deadline.due, day)
  const within = Number(when)
  if (when === '' || Number.isNaN(within)) return true
  return deadline.state !== 'overdue' && daysBetween(day, deadline.due) <= within
}

/** All that due.njk shows. `doubts`: by child, what the return's own rules find fault with and dates are worked out from. */
export function duePage(
  world: World,
  filters: DueFilters,
  code: string,
  isDayRead = true,
  doubts: ReadonlyMap<string, readonly RuleFailure[]> = new Map(),
) {
  const day = world.asAt
  const entries = dueEntries(world)
  const path = authorityPath(code, 'due')
  const address = (change: Partial<DueFilters>) => withQuery(path, { ...filters, page: '', ...change })
  const shown = narrowed(entries, filters, day)
  const page = pageOf(shown, filters.page, (number) => address({ page: number }), ['deadline'])
  return {
    title: 'What is due',
    startUnknownWords,
    startUnknown: childrenWithoutStart(world).map((child) => ({ child, href: authorityPath(code, 'children', child) })),
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
    },
    isFiltered: [filters.child, filters.kind, filters.limit, filters.when, filters.placement].some(Boolean),
    clearHref: withQuery(path, { asAt: filters.asAt }),
    counts: countsOf(narrowed(entries, { ...filters, when: '' }, day), day).map(({ when, text }) => ({
      text,
      href: address({ when }),
      isCurrent: filters.when === when,
    })),
    rows: page.items.map((entry) => rowOf(entry, world, code, doubts.get(entry.deadline.child))),
    summary: page.summary,
    pagination: page.pagination,
    csvHref: withQuery(authorityPath(code, 'due.csv'), { ...filters, page: '' }),
    hasRecords: world.histories.length > 0,
  }
}

const kindsOf = (entries: readonly DueEntry[]): Choice[] =>
  choicesOf(entries, ({ deadline }) => ({ value: deadline.clock.kind.id, text: deadline.clock.kind.words }))

const limitsOf = (entries: readonly DueEntry[], kind: string): Choice[] =>
  choicesOf(
    entries.filter(({ deadline }) => kind === '' || deadline.clock.kind.id === kind),
    ({ deadline }) => ({ value: deadline.clock.title, text: deadline.clock.title }),
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

/** Whether what a rule finds fault with is what the deadline is counted from. */
const isDoubtful = ({ startedBy }: Deadline, doubts: readonly RuleFailure[]): boolean =>
  doubts.some(({ days, isOfPresent }) => isOfPresent || days.includes(startedBy.on.toString()))

function rowOf({ deadline, placement }: DueEntry, world: World, code: string, doubts: readonly RuleFailure[] = []) {
  return {
    due: longDateWithWeekday(deadline.due),
    days: whenDue(deadline, world.asAt),
    isLate: deadline.state === 'overdue',
    what: deadline.clock.title,
    child: deadline.child,
    childHref: historyOf(world, deadline.child) ? authorityPath(code, 'children', deadline.child) : null,
    placement: placement === '' ? '' : labelIn(placementGroups, placement),
    why: explain(deadline, world.holidays),
    isDoubtful: isDoubtful(deadline, doubts),
  }
}
