import * as z from 'zod'
import { everyOfficer, isNarrowedByOfficer, isOfOfficer } from '../../access/web/ownList.ts'
import { NOBODY, iroItems } from '../../booking/web/iros.ts'
import { officerName } from '../../booking/web/words.ts'
import { missingFrom } from '../../children/domain/figures/missing.ts'
import { type World, historyOf, lookedAfter } from '../../children/domain/world.ts'
import { explain } from '../../clocks/explain.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import { addDays, compareDates, isAfter, isWithin, longDate } from '../../kernel/dates.ts'
import { missingProtocolSetting } from '../../missingChildren/settings.ts'
import { openStagesIn } from '../../missingChildren/domain/deadlines.ts'
import { officerIdOf } from '../../officers/domain/allocations.ts'
import { officers } from '../../officers/registers/officers.ts'
import { oversightClocks } from '../../oversight/domain/clocks.ts'
import { entriesOf } from '../../oversight/domain/entries.ts'
import { quarterOf } from '../../oversight/domain/quarters.ts'
import { cycleOf } from '../../reviews/domain/world.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { choicesOf, pageFilter, selectItems, textFilter } from '../../platform/web/filters.ts'
import { pageOf } from '../../platform/web/paging.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { recordsOf } from '../../world/world.ts'
import { acknowledgementOf } from '../domain/acknowledged.ts'
import { changesWithoutReview } from '../domain/changes.ts'
import { signWords } from '../domain/kinds.ts'
import { signsBeside, signsIn } from '../domain/signs.ts'

/** What a list is narrowed to, as it stands in the address. */
export const signFilters = z.object({
  list: textFilter,
  kind: textFilter,
  officer: textFilter,
  state: textFilter,
  page: pageFilter,
})
export type SignFilters = z.infer<typeof signFilters>

/** A line of a list. */
interface Line {
  child: string
  /** The kind of sign, or the time limit: what the list is narrowed by. */
  kind: string
  what: string
  since: string
  why: string
  /** What was said of it; empty where nothing was. */
  said: string
  isNew: boolean
}

const lists = [
  { id: '', text: 'Signs' },
  { id: 'quarter', text: 'No entry this quarter' },
  { id: 'amber', text: 'Amber window closing' },
  { id: 'contact', text: 'Contact missed' },
  { id: 'missing', text: 'Missing this week' },
  { id: 'interviews', text: 'Return interviews' },
  { id: 'changes', text: 'Changes without a review' },
] as const
type ListId = (typeof lists)[number]['id']

/** The signs, those marked that the import before did not show. */
function signLines(world: World, before: ReadonlySet<string> | null): Line[] {
  const all = signsIn(world)
  const fresh = new Set(before ? signsBeside(all, before) : [])
  return all.map((sign) => {
    const said = acknowledgementOf(world, sign)
    return {
      child: sign.child,
      kind: sign.kind,
      what: signWords[sign.kind],
      since: longDate(sign.since),
      why: `${sign.why}${sign.prompts === 'challenge' ? ' Consider a challenge.' : ''}`,
      said: said ? `${longDate(said.on)}: ${said.word}` : '',
      isNew: fresh.has(sign),
    }
  })
}

/** Children looked after of whom neither an entry nor a review is recorded in the quarter. */
function quarterLines(world: World): Line[] {
  const { firstDay, words } = quarterOf(world.asAt)
  return lookedAfter(world).flatMap(({ history }) => {
    const { child } = history.record
    const isNow = (on: Parameters<typeof isWithin>[0]) => isWithin(on, firstDay, world.asAt)
    const last = entriesOf(world, child).findLast(({ on }) => !isAfter(on, world.asAt))
    if ((last && isNow(last.on)) || cycleOf(world, history).held.some(({ heldOn }) => isNow(heldOn))) return []
    return [
      { ...line(child), kind: 'quarter', what: `No entry and no review in ${words}`, since: last ? longDate(last.on) : 'None recorded', why: 'The day of the last entry.' },
    ]
  }) // prettier-ignore
}

const line = (child: string): Line => ({ child, kind: '', what: '', since: '', why: '', said: '', isNew: false })

/** The open deadlines of some clocks. */
const deadlineLines = (world: World, clocks: readonly string[], isOverdueOnly: boolean): Line[] =>
  openDeadlines(world)
    .filter(({ clock, state }) => clocks.includes(clock.id) && (!isOverdueOnly || state === 'overdue'))
    .flatMap((deadline) =>
      deadline.child === null
        ? []
        : [
            {
              ...line(deadline.child),
              kind: deadline.clock.id,
              what: deadline.clock.title,
              since: `${longDate(deadline.due)}, ${whenDue(deadline, world.asAt)}`,
              why: explain(deadline, world.holidays),
            },
          ],
    )

/** Children who were missing in the last seven days, with the count that the protocol goes by. */
function missingLines(world: World): Line[] {
  const { windowDays } = missingProtocolSetting.of(world.settings)
  return lookedAfter(world).flatMap(({ history }) => {
    const { child } = history.record
    const episodes = missingFrom(history)
    const week = episodes.filter(
      ({ from, to }) => !isAfter(from, world.asAt) && (to === null || isAfter(to, addDays(world.asAt, -7))),
    )
    const latest = week.at(-1)
    if (!latest) return []
    const counted = episodes.filter(({ from }) =>
      isWithin(from, addDays(world.asAt, 1 - windowDays), world.asAt),
    ).length
    const { stage1, stage2 } = openStagesIn(world, child)
    const stage = stage2
      ? 'A second-stage meeting is to be held.'
      : stage1
        ? 'A first-stage meeting is to be held.'
        : ''
    return [
      {
        ...line(child),
        kind: 'missing',
        what: latest.to === null ? 'Missing now' : 'Was missing',
        since: longDate(latest.from),
        why: `${counted} in the last ${windowDays} days. ${stage}`.trim(),
      },
    ]
  })
}

/** Moves, orders and ends of care that no review considered, of which nobody has said why. */
const changeLines = (world: World): Line[] =>
  world.histories
    .flatMap((history) => changesWithoutReview(world, history))
    .filter(({ reason }) => reason === null)
    .sort((a, b) => compareDates(b.on, a.on) || a.child.localeCompare(b.child))
    .map(({ child, on, what }) => ({
      ...line(child),
      kind: 'changes',
      what,
      since: longDate(on),
      why: 'No review was held in the days before it, and no reason is recorded.',
    }))

function linesOf(list: ListId, world: World, before: ReadonlySet<string> | null): Line[] {
  switch (list) {
    case '':
      return signLines(world, before)
    case 'quarter':
      return quarterLines(world)
    case 'amber':
      return deadlineLines(world, [oversightClocks.amber.id], false)
    case 'contact':
      return deadlineLines(world, [oversightClocks.contactPlan.id, oversightClocks.unregisteredContact.id], true)
    case 'missing':
      return missingLines(world)
    case 'interviews':
      return deadlineLines(world, ['CLK-MIS-3'], false)
    case 'changes':
      return changeLines(world)
  }
}

const states = [
  { value: 'waiting', text: 'Not acknowledged' },
  { value: 'acknowledged', text: 'Acknowledged' },
  { value: 'new', text: 'New since the last import' },
]

/** All that list.njk shows. `before`: the signs that were known before the last import (`identitiesOf`); null where there was none. */
export function signsPage(
  world: World,
  before: ReadonlySet<string> | null,
  filters: SignFilters,
  code: string,
  { ownOfficer, mayAcknowledge }: { ownOfficer: string; mayAcknowledge: boolean },
) {
  const list = lists.find(({ id }) => id === filters.list) ?? lists[0]
  const path = authorityPath(code, 'signs')
  const address = (change: Partial<SignFilters>) => withQuery(path, { ...filters, page: '', ...change })
  const all = linesOf(list.id, world, before).map((one) => ({
    ...one,
    officerId: officerIdOf(world, one.child, world.asAt),
  }))
  const shown = all.filter(
    ({ kind, officerId, said, isNew }) =>
      (filters.kind === '' || kind === filters.kind) &&
      isOfOfficer(filters.officer, officerId ?? NOBODY) &&
      (filters.state === '' || (filters.state === 'new' ? isNew : (said === '') === (filters.state === 'waiting'))),
  )
  const page = pageOf(shown, filters.page, (number) => address({ page: number }), ['line'])
  const isSigns = list.id === ''
  return {
    children: page.items.map(({ child }) => child),
    view: {
      title: isSigns ? 'Signs' : list.text,
      tabs: lists.map(({ id, text }) => ({
        text,
        href: withQuery(path, { list: id, officer: filters.officer }),
        isCurrent: id === list.id,
      })),
      action: path,
      list: list.id,
      isSigns,
      columns: isSigns
        ? ['Since', 'Child and sign', 'Why', 'IRO', 'Acknowledged']
        : ['When', 'Child and what', 'Why', 'IRO'],
      selects: {
        kind: selectItems(
          'Every sign',
          choicesOf(all, ({ kind, what }) => ({ value: kind, text: what })),
          filters.kind,
        ),
        officer: iroItems(all, world, filters.officer, ownOfficer),
        state: selectItems('Acknowledged or not', states, filters.state),
      },
      isFiltered: [filters.kind, filters.state, isNarrowedByOfficer(filters.officer)].some(Boolean),
      clearHref: withQuery(path, { list: list.id, officer: everyOfficer(ownOfficer) }),
      isOwn: ownOfficer !== '' && filters.officer === ownOfficer,
      everyoneHref: address({ officer: everyOfficer(ownOfficer) }),
      rows: page.items.map((one) => ({
        ...one,
        href: historyOf(world, one.child)
          ? authorityPath(
              code,
              'children',
              one.child,
              ...((isSigns || list.id === 'changes') && mayAcknowledge ? ['signs'] : []),
            )
          : null,
        iro: officerName(recordsOf(world, officers), one.officerId) || 'No IRO',
      })),
      summary: page.summary,
      pagination: page.pagination,
      hasRecords: world.histories.length > 0,
    },
  }
}
