import { childrenWithoutStart, startUnknownWords } from '../../children/domain/start.ts'
import { everyOfficer, isNarrowedByOfficer, isOfOfficer } from '../../access/web/ownList.ts'
import { officersOf } from '../../booking/domain/awaited.ts'
import { NOBODY, iroItems } from '../../booking/web/iros.ts'
import type { Teams } from '../../booking/web/lists.view.ts'
import { officerName } from '../../booking/web/words.ts'
import { wordsSetting } from '../../children/settings.ts'
import * as z from 'zod'
import { ageOn } from '../../calendar/age.ts'
import { labelIn, legalStatuses, placementGroup, placementGroups, placementTypes } from '../../children/domain/codes.ts'
import { isUnaccompaniedOn } from '../../children/domain/unaccompanied.ts'
import { type LookedAfterChild, type World, lookedAfter } from '../../children/domain/world.ts'
import type { Deadline } from '../../clocks/clock.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import { dayNumber, isAfter, longDate, longDateWithWeekday } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { leadingBack } from '../../platform/web/back.ts'
import { choicesOf, pageFilter, selectItems, textFilter } from '../../platform/web/filters.ts'
import { pageOf } from '../../platform/web/paging.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import type { WhoseList } from './due.view.ts'
import { coverageNote } from './coverageNote.ts'

/** What the list of children is narrowed to, as it stands in the address. Empty text: not narrowed. */
export const childrenFilters = z.object({
  child: textFilter,
  status: textFilter,
  placement: textFilter,
  flag: textFilter,
  officer: textFilter,
  team: textFilter,
  asAt: textFilter,
  page: pageFilter,
})
export type ChildrenFilters = z.infer<typeof childrenFilters>

/** What the list says of a child besides dates: who may need a look. */
const flags = {
  overdue: 'Something overdue',
  missing: 'Missing now',
  unaccompanied: 'Unaccompanied asylum-seeking child',
  moved: 'Three or more placements in this reporting year',
  past_18: 'Aged 18 or over',
} as const
type Flag = keyof typeof flags

/** A line of the list of children. */
export interface ListedChild {
  child: string
  /** In completed years; null where the date of birth is not known. */
  age: number | null
  lookedAfterSince: LookedAfterChild['period']['startedOn']
  /** Whether the records say that care started then, and not earlier. */
  isStartRecorded: boolean
  legalStatus: string
  placementType: string
  placementGroup: string
  next: Deadline | null
  overdueCount: number
  flags: readonly Flag[]
  /** Whose child it is; null for nobody’s. */
  officerId: string | null
  /** The team of the child’s social worker; empty where it is not known. */
  team: string
}

/** Every child looked after on the day of the world, who has something due soonest first. */
export function listedChildren(world: World, teams: Teams = new Map()): ListedChild[] {
  const iros = officersOf(world)
  const open = new Map<string, Deadline[]>()
  for (const deadline of openDeadlines(world)) {
    if (deadline.child === null) continue
    const before = open.get(deadline.child)
    if (before) before.push(deadline)
    else open.set(deadline.child, [deadline])
  }
  return lookedAfter(world)
    .map((looked) => {
      const { child } = looked.history.record
      const whose = { officerId: iros.get(child) ?? null, team: teams.get(child) ?? '' }
      return { ...listed(looked, open.get(child) ?? [], world), ...whose }
    })
    .sort((a, b) => sortDay(a) - sortDay(b) || a.child.localeCompare(b.child))
}

const sortDay = ({ next }: ListedChild): number => (next ? dayNumber(next.due) : Number.MAX_SAFE_INTEGER)

function listed(
  looked: LookedAfterChild,
  open: readonly Deadline[],
  world: World,
): Omit<ListedChild, 'officerId' | 'team'> {
  const { record } = looked.history
  const { type, provider } = looked.placement ?? { type: looked.episode.placementType, provider: '' }
  const age = record.bornOn && ageOn(record.bornOn, world.asAt)
  const overdueCount = open.filter((deadline) => deadline.state === 'overdue').length
  const placementsThisYear = looked.history.periods
    .flatMap((period) => period.placements)
    .filter((placement) => placement.until === null || isAfter(placement.until, world.year.firstDay))
  const is: Record<Flag, boolean> = {
    overdue: overdueCount > 0,
    missing: record.missing.some((missing) => missing.kind === 'M' && missing.to === null),
    unaccompanied: isUnaccompaniedOn(record, world.asAt),
    moved: placementsThisYear.length >= 3,
    past_18: age !== null && age >= 18,
  }
  return {
    child: record.child,
    age,
    lookedAfterSince: looked.period.startedOn,
    isStartRecorded: looked.period.isStartRecorded,
    legalStatus: looked.episode.legalStatus,
    placementType: type,
    placementGroup: placementGroup(type, provider),
    next: open[0] ?? null,
    overdueCount,
    flags: flagNames.filter((flag) => is[flag]),
  }
}

const flagNames: readonly Flag[] = ['overdue', 'missing', 'unaccompanied', 'moved', 'past_18']

/** The children that the filters leave. */
export function narrowedChildren(children: readonly ListedChild[], filters: ChildrenFilters): ListedChild[] {
  const text = filters.child.toLowerCase()
  return children.filter(
    (child) =>
      child.child.toLowerCase().includes(text) &&
      isOfOfficer(filters.officer, child.officerId ?? NOBODY) &&
      (filters.team === '' || child.team === filters.team) &&
      (filters.status === '' || child.legalStatus === filters.status) &&
      (filters.placement === '' || child.placementGroup === filters.placement) &&
      (filters.flag === '' || child.flags.some((flag) => flag === filters.flag)),
  )
}

/** All that children.njk shows. */
export function childrenPage(
  world: World,
  filters: ChildrenFilters,
  code: string,
  isDayRead = true,
  { teams = new Map(), ownOfficer = '' }: WhoseList = {},
) {
  const children = listedChildren(world, teams)
  const path = authorityPath(code, 'children')
  const shown = narrowedChildren(children, filters)
  const page = pageOf(shown, filters.page, (number) => withQuery(path, { ...filters, page: number }), [
    'child',
    'children',
  ])
  const from = withQuery(path, { ...filters })
  return {
    title: capital(wordsSetting.of(world.settings).children),
    startUnknownWords,
    startUnknown: childrenWithoutStart(world).map((child) => ({
      child,
      href: leadingBack(authorityPath(code, 'children', child), from),
    })),
    asAt: longDateWithWeekday(world.asAt),
    action: path,
    errors: isDayRead ? [] : [{ text: 'Enter the day as a date, like 31 3 2026', href: '#asAt' }],
    note: coverageNote(world),
    filters,
    selects: {
      status: selectItems(
        'Every status',
        choicesOf(children, ({ legalStatus }) => ({ value: legalStatus, text: labelIn(legalStatuses, legalStatus) })),
        filters.status,
      ),
      placement: selectItems(
        'Every placement',
        choicesOf(children, (child) => ({
          value: child.placementGroup,
          text: labelIn(placementGroups, child.placementGroup),
        })),
        filters.placement,
      ),
      flag: selectItems(
        'Everyone',
        flagNames.map((flag) => ({ value: flag, text: flags[flag] })),
        filters.flag,
      ),
      officer: iroItems(children, world, filters.officer, ownOfficer),
      team: selectItems(
        'Every team',
        choicesOf(
          children.filter(({ team }) => team !== ''),
          ({ team }) => ({ value: team, text: team }),
        ),
        filters.team,
      ),
    },
    isFiltered: [
      filters.child,
      filters.status,
      filters.placement,
      filters.flag,
      isNarrowedByOfficer(filters.officer),
      filters.team,
    ].some(Boolean),
    clearHref: withQuery(path, { asAt: filters.asAt, officer: everyOfficer(ownOfficer) }),
    isOwn: ownOfficer !== '' && filters.officer === ownOfficer,
    everyoneHref: withQuery(path, { ...filters, page: '', officer: everyOfficer(ownOfficer) }),
    csvHref: withQuery(authorityPath(code, 'children.csv'), { ...filters, page: '' }),
    openSealedHref: authorityPath(code, 'sealed', 'open'),
    rows: page.items.map((child) => rowOf(child, world, code, filters.asAt, from)),
    summary: page.summary,
    pagination: page.pagination,
  }
}

function rowOf(child: ListedChild, world: World, code: string, asAt: string, from: string) {
  return {
    child: child.child,
    href: leadingBack(withQuery(authorityPath(code, 'children', child.child), { asAt }), from),
    age: child.age === null ? 'age not known' : `aged ${child.age}`,
    since: `${longDate(child.lookedAfterSince)}${child.isStartRecorded ? '' : ' at the latest'}`,
    legalStatus: labelIn(legalStatuses, child.legalStatus),
    placement: labelIn(placementTypes, child.placementType),
    next: child.next && {
      what: child.next.clock.title,
      due: longDate(child.next.due),
      days: whenDue(child.next, world.asAt),
      isLate: child.next.state === 'overdue',
    },
    iro: officerName(recordsOf(world, officers), child.officerId) || 'No IRO',
    flags: child.flags.map((flag) =>
      flag === 'overdue' ? counted(child.overdueCount, 'date') + ' overdue' : flags[flag],
    ),
  }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** The list of children as a table to take away: every child given. */
export function childrenTable(children: readonly ListedChild[], world: World): (string | number)[][] {
  const heading = ['child', 'age', 'looked_after_since', 'legal_status', 'placement', 'next_due', 'next_what', 'days_left', 'flags', 'officer_id', 'officer', 'team'] // prettier-ignore
  const rows = children.map((child) => [
    child.child,
    child.age ?? '',
    child.lookedAfterSince.toString(),
    child.legalStatus,
    child.placementType,
    child.next?.due.toString() ?? '',
    child.next?.clock.title ?? '',
    child.next ? dayNumber(child.next.due) - dayNumber(world.asAt) : '',
    child.flags.map((flag) => flags[flag]).join('; '),
    child.officerId ?? '',
    officerName(recordsOf(world, officers), child.officerId),
    child.team,
  ])
  return [heading, ...rows]
}
