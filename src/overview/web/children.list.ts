import { isOfOfficer } from '../../access/web/ownList.ts'
import { officersOf } from '../../booking/domain/awaited.ts'
import { NOBODY } from '../../booking/web/iros.ts'
import type { Teams } from '../../booking/web/lists.filters.ts'
import * as z from 'zod'
import { ageOn } from '../../calendar/age.ts'
import { placementGroup } from '../../children/domain/codes.ts'
import { isUnaccompaniedOn } from '../../children/domain/unaccompanied.ts'
import { type LookedAfterChild, type World, lookedAfter } from '../../children/domain/world.ts'
import type { Deadline } from '../../clocks/clock.ts'
import { dayNumber, isAfter } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { pageFilter, textFilter } from '../../platform/web/filters.ts'
import { openDeadlines } from '../../world/deadlines.ts'

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
export const flags = {
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
export const listedChildren = (world: World, teams: Teams = new Map()): ListedChild[] =>
  listedIn(world).map((one) => ({ ...one, team: teams.get(one.child) ?? '' }))

// Asked for by everyone who sees the same.
const listedIn = rememberedFor((world: World) => {
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
      return { ...listed(looked, open.get(child) ?? [], world), officerId: iros.get(child) ?? null }
    })
    .sort((a, b) => sortDay(a) - sortDay(b) || a.child.localeCompare(b.child))
})

const sortDay = ({ next }: Pick<ListedChild, 'next'>): number => (next ? dayNumber(next.due) : Number.MAX_SAFE_INTEGER)

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

/** The names of the flags. */
export const flagNames: readonly Flag[] = ['overdue', 'missing', 'unaccompanied', 'moved', 'past_18']

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
