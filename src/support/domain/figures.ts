import { isInYear } from '../../calendar/reportingYear.ts'
import type { World } from '../../children/domain/world.ts'
import type { Figure, FigureRecord } from '../../figures/figure.ts'
import { type PlainDate, isOnOrBefore } from '../../kernel/dates.ts'
import { recordsOf } from '../../world/world.ts'
import { type SupportFact, support } from '../registers/support.ts'
import { isActiveOn, referralsOf } from './support.ts'

const AREA = 'Advocacy and independent visitors'
const SOURCE = 'Register of support'
const NO_SUPPORT = 'No register of support is kept here.'

const record = ({ child, from }: SupportFact, date: PlainDate, counts = true): FigureRecord => ({
  child,
  kind: 'support',
  date,
  due: null,
  counts,
  key: null,
  detail: () => ({ From: from?.toString() ?? 'Not begun' }),
})

/** Referrals and matches. `kpi-definitions` section 9, quality and support, and 12. */
export const supportFigures: readonly Figure<World>[] = [
  {
    id: 'support.advocacy_referrals',
    area: AREA,
    label: 'Referrals for advocacy in the year',
    unit: 'count',
    definition: 'Referrals for an advocate whose day lies in the year.',
    source: SOURCE,
    betterWhen: null,
    records: (world) =>
      recordsOf(world, support).length === 0
        ? NO_SUPPORT
        : referralsOf(world).flatMap((one) =>
            one.kind === 'ADVOCACY' &&
            one.referredOn &&
            isInYear(one.referredOn, world.year) &&
            isOnOrBefore(one.referredOn, world.asAt)
              ? [record(one, one.referredOn)]
              : [],
          ),
  },
  {
    id: 'support.independent_visitors',
    countedOver: 'day',
    area: AREA,
    label: 'Children with an independent visitor at the year end',
    unit: 'count',
    definition: 'Matches with an independent visitor that are open at the year end.',
    source: SOURCE,
    betterWhen: null,
    records: (world) =>
      recordsOf(world, support).length === 0
        ? NO_SUPPORT
        : recordsOf(world, support)
            .filter((one) => one.kind === 'INDEPENDENT_VISITOR' && isActiveOn(one, world.snapshotOn))
            .map((one) => record(one, world.snapshotOn)),
  },
  {
    id: 'support.independent_visitors_new',
    area: AREA,
    label: 'New matches with an independent visitor in the year',
    unit: 'count',
    definition: 'Matches with an independent visitor whose first day lies in the year.',
    source: SOURCE,
    betterWhen: null,
    records: (world) =>
      recordsOf(world, support).length === 0
        ? NO_SUPPORT
        : recordsOf(world, support).flatMap((one) =>
            one.kind === 'INDEPENDENT_VISITOR' &&
            one.from &&
            isInYear(one.from, world.year) &&
            isOnOrBefore(one.from, world.asAt)
              ? [record(one, one.from)]
              : [],
          ),
  },
]
