import { officerName } from '../../officers/domain/names.ts'
import { inOwnWords } from '../../children/domain/ownWords.ts'
import { childrenWithoutStart, startUnknownWords } from '../../children/domain/start.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { recordsOf } from '../../world/world.ts'
import { officerRequests } from '../../officers/registers/officerRequests.ts'
import { officers } from '../../officers/registers/officers.ts'
import { type World } from '../../children/domain/world.ts'
import { addMonths, compareDates, isAfter, longDate, longDateWithWeekday } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import type { CellValue } from '../../platform/csv.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { undecided, askers } from '../domain/requests.ts'
import { suggestedOfficers } from '../domain/suggestions.ts'
import { leftBehind, waitingChildren } from '../domain/waiting.ts'
import { gapsOf } from '../domain/gaps.ts'
import { gapWords } from './childOfficer.rows.ts'
import { dayWords } from './days.ts'
import type { Tabs } from './tabs.ts'

/** Gaps that ended longer ago than these months are on the child's page alone. */
const MONTHS_OF_GAPS = 12

/** All that waiting.njk shows: who has no officer, whose officer has left, and who was without. */
export function waitingPage(world: World, mayManage: boolean, code: string, tabs: Tabs) {
  const allOfficers = recordsOf(world, officers)
  const today = world.asAt
  const hrefOf = (child: string) => authorityPath(code, 'children', child, 'officer')
  const waiting = waitingChildren(world)
  const late = waiting.filter(({ isOverdue }) => isOverdue).length
  const since = addMonths(today, -MONTHS_OF_GAPS)
  const gaps = world.histories
    .flatMap((history) => gapsOf(world, history))
    .filter(({ until, isWithinLimit }) => until !== null && isAfter(until, since) && !isWithinLimit)
    .sort((a, b) => compareDates(b.from, a.from))
  return {
    title: 'Waiting for an IRO',
    allHave: inOwnWords('Every child looked after has an IRO.', world.settings),
    startUnknownWords,
    startUnknown: childrenWithoutStart(world).map((child) => ({ child, href: hrefOf(child) })),
    tabs,
    csvHref: authorityPath(code, 'caseload', 'waiting.csv'),
    hasAllocations: recordsOf(world, allocations).length > 0,
    mayManage,
    summary: `${counted(waiting.length, 'child', 'children')} without an IRO${late === 0 ? '' : `, ${late} for too long`}`,
    rows: waiting.map(({ child, since: from, due, isOverdue, before, next }) => {
      const first = mayManage ? suggestedOfficers(world, child, today)[0] : undefined
      return {
        child,
        href: hrefOf(child),
        since: longDate(from),
        why: before === null ? 'Became looked after' : `${officerName(allOfficers, before)} no longer is the IRO`,
        due: due ? longDateWithWeekday(due) : 'Not known',
        days: due ? dayWords(due, today) : '',
        isLate: isOverdue,
        next: next ? `${officerName(allOfficers, next.officerId)} from ${longDate(next.from)}` : '',
        suggested: first?.officer.name ?? '',
        suggestedWhy: first?.reasons[0] ?? '',
      }
    }),
    left: leftBehind(world, today).map(({ child, officer }) => ({
      child,
      href: hrefOf(child),
      officer: officer.name,
      on: officer.endedOn ? longDate(officer.endedOn) : '',
      handOverHref: authorityPath(code, 'caseload', 'officers', officer.officerId, 'hand-over'),
    })),
    gaps: gaps.map((gap) => ({ child: gap.child, href: hrefOf(gap.child), words: gapWords(gap, world) })),
  }
}

/** Everyone whom the page names. */
export const childrenOnWaiting = (page: ReturnType<typeof waitingPage>): string[] =>
  [page.rows, page.left, page.gaps, page.startUnknown].flatMap((rows) => rows.map(({ child }) => child))

/** Who has no officer, as a table to take away. */
export const waitingTable = (world: World): CellValue[][] => [
  ['child', 'without_since', 'due', 'is_overdue', 'officer_before', 'officer_next', 'next_from'],
  ...waitingChildren(world).map(({ child, since, due, isOverdue, before, next }) => [
    child,
    since.toString(),
    due?.toString() ?? null,
    isOverdue,
    before,
    next?.officerId ?? null,
    next?.from.toString() ?? null,
  ]),
]

/** All that requests.njk shows: the wishes for another officer that nobody has decided on. */
export function requestsPage(world: World, mayManage: boolean, code: string, tabs: Tabs) {
  return {
    title: 'Wishes for another IRO',
    tabs,
    rows: undecided(recordsOf(world, officerRequests)).map(({ child, on, askedBy, reason }) => {
      const officer = recordsOf(world, allocations).find(
        (one) => one.child === child && one.to === null && !isAfter(one.from, world.asAt),
      )
      return {
        child,
        href: authorityPath(code, 'children', child, 'officer'),
        on: longDate(on),
        askedBy: askers[askedBy],
        reason: reason ?? '',
        officer: officer ? officerName(recordsOf(world, officers), officer.officerId) : 'Nobody',
        decideHref: mayManage ? authorityPath(code, 'children', child, 'officer', 'requests', on.toString()) : null,
      }
    }),
  }
}
