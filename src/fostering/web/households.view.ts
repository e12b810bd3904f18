import { officerName } from '../../officers/domain/names.ts'
import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import { explain } from '../../clocks/explain.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import { type PlainDate, daysBetween, longDate, longDateWithWeekday } from '../../kernel/dates.ts'
import { officers } from '../../officers/registers/officers.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { type Choice, pageFilter, selectItems, textFilter } from '../../platform/web/filters.ts'
import { pageOf } from '../../platform/web/paging.ts'
import { recordsOf } from '../../world/world.ts'
import { householdsOf, isApprovedOn } from '../domain/households.ts'
import { bookedAhead, membersOf, nextReview, officerOf, openOf } from '../domain/next.ts'
import { fosteringPath } from './paths.ts'
import { fosteringTabs } from './tabs.ts'

/** What the list of households is narrowed to, as it stands in the address. */
export const householdFilters = z.object({ find: textFilter, when: textFilter, officer: textFilter, page: pageFilter })
export type HouseholdFilters = z.infer<typeof householdFilters>

const whens: readonly Choice[] = [
  { value: 'overdue', text: 'Overdue' },
  { value: '28', text: 'In the next 28 days' },
  { value: '90', text: 'In the next 90 days' },
  { value: 'not_booked', text: 'Not booked' },
]

/** Every approved household with its next review, the soonest first. */
export function listedHouseholds(world: World) {
  const day = world.asAt
  return householdsOf(world)
    .filter(({ carer }) => isApprovedOn(carer, day))
    .map((household) => {
      const members = membersOf(world, household)
      return {
        household,
        carers: members.now.filter(({ party }) => party === 'CARER').map(({ person }) => person),
        children: members.now.filter(({ party }) => party === 'FOSTERED_CHILD').map(({ person }) => person),
        next: nextReview(openOf(world, household)),
        booked: bookedAhead(household, day),
        officerId: officerOf(world, household),
      }
    })
    .sort(
      (a, b) =>
        String(a.next?.due ?? '9').localeCompare(String(b.next?.due ?? '9')) ||
        a.household.carer.carerRef.localeCompare(b.household.carer.carerRef),
    )
}

type Listed = ReturnType<typeof listedHouseholds>[number]

const isShown = ({ household, carers, next, booked, officerId }: Listed, filters: HouseholdFilters, day: PlainDate) => {
  const { find, when, officer } = filters
  const names = [household.carer.carerRef, ...carers].join(' ').toLowerCase()
  if (!names.includes(find.toLowerCase()) || (officer !== '' && officerId !== officer)) return false
  if (when === 'overdue') return next?.state === 'overdue'
  if (when === 'not_booked') return booked === null
  const within = Number(when)
  return when === '' || Number.isNaN(within) || (next !== null && daysBetween(day, next.due) <= within)
}

/** All that households.njk shows. */
export function householdsPage(world: World, filters: HouseholdFilters, code: string, mayManage: boolean) {
  const day = world.asAt
  const all = listedHouseholds(world)
  const path = fosteringPath(code)
  const page = pageOf(
    all.filter((one) => isShown(one, filters, day)),
    filters.page,
    (number) => withQuery(path, { ...filters, page: number }),
    ['household'],
  )
  const allOfficers = recordsOf(world, officers)
  const whose = [...new Set(all.flatMap(({ officerId }) => officerId ?? []))].map((value) => ({ value, text: officerName(allOfficers, value) })) // prettier-ignore
  return {
    title: 'Fostering households',
    tabs: fosteringTabs(code, 'households'),
    asAt: longDateWithWeekday(day),
    action: path,
    newHref: mayManage ? fosteringPath(code, 'households', 'new') : null,
    filters,
    selects: {
      when: selectItems('At any time', whens, filters.when),
      officer: selectItems('Every officer', whose, filters.officer),
    },
    isFiltered: [filters.find, filters.when, filters.officer].some(Boolean),
    clearHref: path,
    counts: [
      `${all.length} approved`,
      `${all.filter(({ next }) => next?.state === 'overdue').length} with a review overdue`,
      `${all.filter(({ booked }) => booked !== null).length} with a review booked`,
    ],
    children: page.items.flatMap(({ children }) => children),
    rows: page.items.map(({ household, carers, children, next, booked, officerId }) => ({
      ref: household.carer.carerRef,
      href: fosteringPath(code, household.carer.carerRef),
      carers: carers.join(', '),
      placed: children.length,
      due: next ? longDateWithWeekday(next.due) : 'Nothing is due',
      days: next ? whenDue(next, day) : '',
      isLate: next?.state === 'overdue',
      what: next?.clock.title ?? '',
      why: next ? explain(next, world.holidays) : '',
      booked: booked?.bookedFor ? `Booked for ${longDate(booked.bookedFor)}` : 'Not booked',
      officer: officerName(allOfficers, officerId) || 'Nobody yet',
    })),
    summary: page.summary,
    pagination: page.pagination,
    hasHouseholds: all.length > 0,
  }
}
