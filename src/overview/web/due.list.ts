import { isOfOfficer } from '../../access/web/ownList.ts'
import { officersOf } from '../../booking/domain/awaited.ts'
import { planOf } from '../../booking/domain/plan.ts'
import { NOBODY } from '../../booking/web/iros.ts'
import type { Teams } from '../../booking/web/lists.filters.ts'
import { placementGroup } from '../../children/domain/codes.ts'
import { type World, lookedAfter } from '../../children/domain/world.ts'
import { type Clock, type Deadline, type Subject, subjectOf } from '../../clocks/clock.ts'
import type { ShownSubject } from '../../house/server.ts'
import { type PlainDate, daysBetween, isSameDay } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import * as z from 'zod'
import { type Choice, pageFilter, textFilter } from '../../platform/web/filters.ts'
import type { MeetingFact } from '../../reviews/registers/meetings.ts'
import { openDeadlines } from '../../world/deadlines.ts'

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

/** What the list calls deadlines by this time limit, all of them together. */
export const titleOfAll = (clock: Clock): string => clock.titleOfAll ?? clock.title

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
  return entriesIn(world).flatMap((entry): DueEntry[] => {
    const { child, subject: about } = entry.deadline
    const subject = about ? shownSubject(about) : null
    if (child !== null) return [{ ...entry, team: teams.get(child) ?? '', subject }]
    return subject ? [{ ...entry, officerId: subject.officerId, team: '', subject }] : []
  })
}

// Asked for by everyone who sees the same.
const entriesIn = rememberedFor((world: World): Omit<DueEntry, 'team' | 'subject'>[] => {
  const groups = new Map(
    lookedAfter(world).flatMap(({ history, placement }) =>
      placement ? [[history.record.child, placementGroup(placement.type, placement.provider)]] : [],
    ),
  )
  const iros = officersOf(world)
  const plan = Map.groupBy(planOf(world), ({ child }) => child)
  return openDeadlines(world).map((deadline) => {
    const { child, clock } = deadline
    if (child === null) return { deadline, placement: '', officerId: null, booking: null }
    const planned = plan.get(child)?.find((entry) => entry.kind === clock.meeting && entry.deadline !== null)
    return {
      deadline,
      placement: groups.get(child) ?? '',
      officerId: iros.get(child) ?? null,
      booking: clock.meeting === undefined ? null : { meeting: planned?.meeting ?? null },
    }
  })
})

const WITHIN_DAYS = [7, 14, 28, 90]

/** When something is due, as a list is narrowed. */
export const whens: readonly Choice[] = [
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
      (filters.limit === '' || titleOfAll(deadline.clock) === filters.limit) &&
      (filters.placement === '' || placement === filters.placement) &&
      isWhen(deadline, filters.when, day),
  )
}

/** Whether an entry is due then. */
export function isWhen(deadline: Deadline, when: string, day: PlainDate): boolean {
  if (when === 'overdue') return deadline.state === 'overdue'
  if (when === 'today') return isSameDay(deadline.due, day)
  const within = Number(when)
  if (when === '' || Number.isNaN(within)) return true
  return deadline.state !== 'overdue' && daysBetween(day, deadline.due) <= within
}
