import { everyOfficer, isNarrowedByOfficer, isOfOfficer } from '../../access/web/ownList.ts'
import { officersOf } from '../../booking/domain/awaited.ts'
import { planOf } from '../../booking/domain/plan.ts'
import { NOBODY, iroItems } from '../../booking/web/iros.ts'
import type { Teams } from '../../booking/web/lists.view.ts'
import { officerName, reviewsPath, whenWords } from '../../booking/web/words.ts'
import type { RuleFailure } from './child.view.ts'
import { childrenWithoutStart, startUnknownWords } from '../../children/domain/start.ts'
import { labelIn, placementGroup, placementGroups } from '../../children/domain/codes.ts'
import { isKnown } from '../../children/domain/watched.ts'
import { type World, lookedAfter } from '../../children/domain/world.ts'
import { type Deadline, type Subject, subjectOf } from '../../clocks/clock.ts'
import type { ShownSubject } from '../../house/server.ts'
import { explain } from '../../clocks/explain.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import { type PlainDate, daysBetween, isSameDay, longDateWithWeekday } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import * as z from 'zod'
import { withQuery } from '../../platform/web/addresses.ts'
import type { CellValue } from '../../platform/csv.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { leadingBack } from '../../platform/web/back.ts'
import { type Choice, choicesOf, pageFilter, selectItems, textFilter } from '../../platform/web/filters.ts'
import { pageOf } from '../../platform/web/paging.ts'
import { officers } from '../../officers/registers/officers.ts'
import type { MeetingFact } from '../../reviews/registers/meetings.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { recordsOf } from '../../world/world.ts'
import { deadlinesTable } from '../tables.ts'
import { coverageNote } from './coverageNote.ts'

/** What the due list is narrowed to, as it stands in the address. Empty text: not narrowed. */
export const dueFilters = z.object({
  child: textFilter,
  kind: textFilter,
  limit: textFilter,
  when: textFilter,
  placement: textFilter,
  officer: textFilter,
  team: textFilter,
  asAt: textFilter,
  page: pageFilter,
})
export type DueFilters = z.infer<typeof dueFilters>

/** Whose a list is: the team of each child, and on whose children it opens; empty for everyone’s. */
export interface WhoseList {
  teams?: Teams
  ownOfficer?: string
  /** What deadlines are about that are of no one child, as the user may see it. */
  shownSubject?: SubjectsShown
}

/** What a deadline is about that is of no one child; null where it is not for the user to see. */
export type SubjectsShown = (subject: Subject) => ShownSubject | null

/** A line of the due list. */
export interface DueEntry {
  deadline: Deadline
  /** The key of `placementGroups` that the child is in; empty where the child is in no placement. */
  placement: string
  /** Whose child it is; null for nobody’s. */
  officerId: string | null
  /** The team of the child’s social worker; empty where it is not known. */
  team: string
  /** The review that is to meet it: its meeting, or that it is not booked; null for what no review meets. */
  booking: { meeting: MeetingFact | null } | null
  /** What it is about where that is not a child. */
  subject: ShownSubject | null
}

/** Every open deadline of the world with where its child lives, whose child it is, and whether its review is booked. */
export function dueEntries(
  world: World,
  teams: Teams = new Map(),
  shownSubject: SubjectsShown = () => null,
): DueEntry[] {
  const groups = new Map(
    lookedAfter(world).flatMap(({ history, placement }) =>
      placement ? [[history.record.child, placementGroup(placement.type, placement.provider)]] : [],
    ),
  )
  const iros = officersOf(world)
  const plan = Map.groupBy(planOf(world), ({ child }) => child)
  return openDeadlines(world).flatMap((deadline): DueEntry[] => {
    const { child, clock } = deadline
    const subject = deadline.subject ? shownSubject(deadline.subject) : null
    if (child === null) {
      if (!subject) return []
      return [{ deadline, placement: '', officerId: subject.officerId, team: '', booking: null, subject }]
    }
    const planned = plan.get(child)?.find((entry) => entry.kind === clock.meeting && entry.deadline !== null)
    return [
      {
        deadline,
        placement: groups.get(child) ?? '',
        officerId: iros.get(child) ?? null,
        team: teams.get(child) ?? '',
        booking: clock.meeting === undefined ? null : { meeting: planned?.meeting ?? null },
        subject,
      },
    ]
  })
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
    ({ deadline, placement, officerId, team }) =>
      isOfOfficer(filters.officer, officerId ?? NOBODY) &&
      (filters.team === '' || team === filters.team) &&
      (deadline.child ?? subjectOf(deadline).ref).toLowerCase().includes(child) &&
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
  }
}

const kindsOf = (entries: readonly DueEntry[]): Choice[] =>
  choicesOf(entries, ({ deadline }) => ({ value: deadline.clock.kind.id, text: deadline.clock.kind.words }))

const limitsOf = (entries: readonly DueEntry[], kind: string): Choice[] =>
  choicesOf(
    entries.filter(({ deadline }) => kind === '' || deadline.clock.kind.id === kind),
    ({ deadline }) => ({ value: deadline.clock.title, text: deadline.clock.title }),
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

/** Whether the review that meets a deadline is booked. */
const bookedWords = (meeting: MeetingFact | null, code: string, from: string) =>
  meeting
    ? { text: `Booked for ${whenWords(meeting)}`, href: leadingBack(reviewsPath(code, meeting.reviewRef), from) }
    : { text: 'Not booked', href: null }

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

function rowOf(
  { deadline, placement, officerId, booking, subject }: DueEntry,
  world: World,
  code: string,
  from: string,
  doubts: readonly RuleFailure[] = [],
) {
  return {
    due: longDateWithWeekday(deadline.due),
    days: whenDue(deadline, world.asAt),
    isLate: deadline.state === 'overdue',
    what: deadline.clock.title,
    child: deadline.child,
    childHref:
      deadline.child !== null && isKnown(world, deadline.child)
        ? leadingBack(authorityPath(code, 'children', deadline.child), from)
        : null,
    subject,
    placement: placement === '' ? '' : labelIn(placementGroups, placement),
    why: explain(deadline, world.holidays),
    isDoubtful: isDoubtful(deadline, doubts),
    iro: officerName(recordsOf(world, officers), officerId) || 'No IRO',
    booked: booking && bookedWords(booking.meeting, code, from),
  }
}

/** The due list as a table to take away: what the command gives, and whose each is and whether its review is booked. */
export function dueTable(entries: readonly DueEntry[], world: World): CellValue[][] {
  const [heading = [], ...rows] = deadlinesTable(
    entries.map(({ deadline }) => deadline),
    world,
  )
  const more = entries.map(({ officerId, team, booking }) => [
    officerId,
    officerName(recordsOf(world, officers), officerId),
    team,
    booking?.meeting?.on.toString() ?? null,
  ])
  return [
    [...heading, 'officer_id', 'officer', 'team', 'booked_date'],
    ...rows.map((row, index) => [...row, ...(more[index] ?? [])]),
  ]
}
