import { isInYear } from '../../calendar/reportingYear.ts'
import type { World } from '../../children/domain/world.ts'
import type { Figure } from '../../figures/figure.ts'
import { isOnOrBefore } from '../../kernel/dates.ts'
import { recordsOf } from '../../world/world.ts'
import { duties } from '../registers/duties.ts'

/** Work that is not a review. `kpi-definitions` section 5. */
export const dutiesFigures: readonly Figure<World>[] = [
  {
    id: 'reg33.visits',
    area: 'The service',
    label: 'Visits to children’s homes in the year',
    unit: 'count',
    definition:
      'Visits to children’s homes in the register of duties whose day lies in the year. Independent visits under regulation 33 were reviewing officers’ work until 31 March 2014.',
    source: 'Register of duties; Children’s Homes Regulations 2001, regulation 33',
    betterWhen: null,
    records: (world) =>
      recordsOf(world, duties).length === 0
        ? 'No register of duties is kept here.'
        : recordsOf(world, duties)
            .filter(
              ({ kind, on }) =>
                kind === 'CHILDRENS_HOME_VISIT' && isInYear(on, world.year) && isOnOrBefore(on, world.asAt),
            )
            .map(({ on, officerId, child }) => ({
              child: child ?? '',
              kind: 'duty',
              date: on,
              due: null,
              counts: true,
              key: null,
              detail: () => ({ Officer: officerId }),
            })),
  },
]
