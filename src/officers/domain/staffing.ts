import type { World } from '../../children/domain/world.ts'
import type { Figure, FigureRecord } from '../../figures/figure.ts'
import { type PlainDate, addDays, addMonths, isOnOrBefore } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { recordsOf } from '../../world/world.ts'
import { allocations } from '../registers/allocations.ts'
import { type OfficerFact, officers } from '../registers/officers.ts'
import { allocatedChildren } from './allocations.ts'
import { areAllocationsKeptOn } from './keptAllocations.ts'
import { isInPost, reviewingOfficersOn } from './service.ts'
import { AREA, OFFICERS, NO_OFFICERS, officerRecord, byYears } from './officerFigures.ts'

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

/** The full-time equivalents of one role on the day of the count, as the national data collection asks for them. */
const fteOf = (role: OfficerFact['role'], id: string, label: string, definition: string): Figure<World> => ({
  id,
  countedOver: 'day',
  area: AREA,
  label,
  unit: 'number',
  definition,
  source: OFFICERS,
  betterWhen: null,
  records: (world) => {
    if (recordsOf(world, officers).length === 0) return NO_OFFICERS
    const ofRole = inPost(world).filter((officer) => officer.role === role)
    return ofRole.length === 0
      ? 'No officer in post has this role.'
      : ofRole.map((officer) => officerRecord(officer, world, { amount: officer.fte }))
  },
  aggregate: (records) => Math.round(sum(records) * 1e9) / 1e9,
})

/** Who is in post, for how long, and for how many children each. `kpi-definitions` section 5. */
export const staffingFigures: readonly Figure<World>[] = [
  {
    id: 'iros.headcount',
    countedOver: 'day',
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
    countedOver: 'day',
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
  fteOf(
    'IRO',
    'iros.fte_single_role',
    'Full-time equivalent of IROs who do nothing else',
    'The full-time equivalents of the officers in post as IRO alone, added up.',
  ),
  fteOf(
    'IRO_AND_CP_CHAIR',
    'iros.fte_joint_role',
    'Full-time equivalent of IROs who also chair conferences',
    'The full-time equivalents of the officers in post as IRO and conference chair, added up.',
  ),
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
      'Children with an open allocation divided by the full-time equivalents in post, at each month end of the year; the mean of these. None where the register of allocations was not kept at a month end. The IRO Handbook’s guide is 50 to 70.',
    source: 'Registers of allocations and officers; IRO Handbook, chapter 7',
    decimals: 0,
    betterWhen: null,
    records: (world) => {
      if (recordsOf(world, officers).length === 0) return NO_OFFICERS
      if (recordsOf(world, allocations).length === 0) return 'No register of allocations is kept here.'
      const days = monthEnds(world)
      const notKept = days.filter((day) => !areAllocationsKeptOn(world, day)).length
      if (notKept > 0)
        return `The register of allocations was not kept at ${notKept} of the ${counted(days.length, 'month end')}: it names few of the children who have left care since.`
      return days.flatMap((day) => {
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
