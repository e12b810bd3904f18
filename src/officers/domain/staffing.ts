import { ageOn } from '../../calendar/age.ts'
import type { World } from '../../children/domain/world.ts'
import type { Figure, FigureRecord } from '../../figures/figure.ts'
import { type PlainDate, addDays, addMonths, isOnOrBefore } from '../../kernel/dates.ts'
import { recordsOf } from '../../world/world.ts'
import { type OfficerFact, officers } from '../registers/officers.ts'
import { allocatedChildren } from './allocations.ts'
import { isInPost, reviewingOfficersOn } from './service.ts'

const AREA = 'The service'
const OFFICERS = 'Register of officers'
const NO_OFFICERS = 'No register of officers is kept here.'

const officerRecord = (officer: OfficerFact, world: World, more: Partial<FigureRecord> = {}): FigureRecord => ({
  child: '',
  kind: 'officer',
  date: world.snapshotOn,
  due: null,
  counts: true,
  key: null,
  detail: () => ({ Officer: officer.officerId, Role: officer.role, 'Full-time equivalent': officer.fte }),
  ...more,
})

const bands = ['0-4', '5-9', '10-14', '15-19', '20-24', '25+', 'not_recorded']

function bandOf(since: PlainDate | null, day: PlainDate): string {
  if (!since) return 'not_recorded'
  const years = ageOn(since, day)
  const from = Math.min(Math.floor(years / 5) * 5, 25)
  return from === 25 ? '25+' : `${from}-${from + 4}`
}

const bandLabel = (key: string) => (key === 'not_recorded' ? 'Not recorded' : `${key.replace('-', ' to ')} years`)

function byYears(
  figure: Pick<Figure<World>, 'id' | 'label' | 'definition'>,
  officersCounted: (world: World) => readonly OfficerFact[],
  since: (officer: OfficerFact) => PlainDate | null,
): Figure<World> {
  return {
    ...figure,
    area: AREA,
    unit: 'count',
    source: OFFICERS,
    betterWhen: null,
    breakdown: { order: bands, label: bandLabel },
    records: (world) =>
      recordsOf(world, officers).length === 0
        ? NO_OFFICERS
        : officersCounted(world).map((officer) =>
            officerRecord(officer, world, { key: bandOf(since(officer), world.snapshotOn) }),
          ),
  }
}

const inPost = (world: World) => reviewingOfficersOn(world, world.snapshotOn)
const managers = (world: World) =>
  recordsOf(world, officers).filter((officer) => officer.role === 'MANAGER' && isInPost(officer, world.snapshotOn))

/** The month-ends of the year that have come by the day of the count. */
function monthEnds(world: World): PlainDate[] {
  return Array.from({ length: 12 }, (_, month) => addDays(addMonths(world.year.firstDay, month + 1), -1)).filter(
    (day) => isOnOrBefore(day, world.snapshotOn),
  )
}

const sum = (records: readonly FigureRecord[]) => records.reduce((total, { amount }) => total + (amount ?? 0), 0)

/** Who is in post, for how long, and for how many children each. `kpi-definitions` section 5. */
export const staffingFigures: readonly Figure<World>[] = [
  {
    id: 'iros.headcount',
    area: AREA,
    label: 'Independent Reviewing Officers in post',
    unit: 'count',
    definition: 'Officers in post on the day of the count as IRO, or as IRO and conference chair.',
    source: OFFICERS,
    betterWhen: null,
    records: (world) =>
      recordsOf(world, officers).length === 0
        ? NO_OFFICERS
        : inPost(world).map((officer) => officerRecord(officer, world)),
  },
  {
    id: 'iros.fte',
    area: AREA,
    label: 'Independent Reviewing Officers, full-time equivalent',
    unit: 'number',
    definition: 'The full-time equivalents of the officers in post, added up.',
    source: OFFICERS,
    betterWhen: null,
    records: (world) =>
      recordsOf(world, officers).length === 0
        ? NO_OFFICERS
        : inPost(world).map((officer) => officerRecord(officer, world, { amount: officer.fte })),
    aggregate: (records) => Math.round(sum(records) * 1e9) / 1e9,
  },
  byYears(
    {
      id: 'iros.by_years_qualified',
      label: 'IROs by years since qualifying',
      definition: 'By whole years since registration as a social worker.',
    },
    inPost,
    (officer) => officer.qualifiedOn,
  ),
  byYears(
    {
      id: 'iros.by_years_as_iro',
      label: 'IROs by years in the role',
      definition: 'By whole years since starting in the role here.',
    },
    inPost,
    (officer) => officer.startedOn,
  ),
  byYears(
    {
      id: 'managers.by_years',
      label: 'Managers by years in the role',
      definition: 'By whole years since starting in the role here.',
    },
    managers,
    (officer) => officer.startedOn,
  ),
  {
    id: 'iros.caseload_per_fte',
    area: AREA,
    label: 'Children for each full-time IRO',
    unit: 'number',
    definition:
      'Children with an open allocation divided by the full-time equivalents in post, at each month end of the year; the mean of these. The IRO Handbook’s guide is 50 to 70.',
    source: 'Registers of allocations and officers; IRO Handbook, chapter 7',
    decimals: 0,
    betterWhen: null,
    records: (world) => {
      if (recordsOf(world, officers).length === 0) return NO_OFFICERS
      return monthEnds(world).flatMap((day) => {
        const fte = reviewingOfficersOn(world, day).reduce((total, officer) => total + officer.fte, 0)
        if (fte === 0) return []
        const children = allocatedChildren(world, day).size
        const detail = { Children: children, 'Full-time equivalent': Math.round(fte * 1e9) / 1e9 }
        return [
          {
            child: '',
            kind: 'month end',
            date: day,
            due: null,
            counts: true,
            amount: children / fte,
            key: null,
            detail: () => detail,
          },
        ]
      })
    },
    aggregate: (records) => sum(records) / records.length,
  },
]
