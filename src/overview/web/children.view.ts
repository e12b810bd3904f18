import { officerName } from '../../officers/domain/names.ts'
import { childrenWithoutStart, startUnknownWords } from '../../children/domain/start.ts'
import { everyOfficer, isNarrowedByOfficer } from '../../access/web/ownList.ts'
import { iroItems } from '../../booking/web/iros.ts'
import { wordsSetting } from '../../children/settings.ts'
import { labelIn, legalStatuses, placementGroups, placementTypes } from '../../children/domain/codes.ts'
import type { World } from '../../children/domain/world.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import { dayNumber, longDate, longDateWithWeekday } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { leadingBack } from '../../platform/web/back.ts'
import { choicesOf, selectItems } from '../../platform/web/filters.ts'
import { pageOf } from '../../platform/web/paging.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import type { WhoseList } from './due.list.ts'
import { coverageNote } from './coverageNote.ts'
import {
  type ChildrenFilters,
  flags,
  type ListedChild,
  listedChildren,
  flagNames,
  narrowedChildren,
} from './children.list.ts'

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
