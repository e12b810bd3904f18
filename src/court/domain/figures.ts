import { isInYear } from '../../calendar/reportingYear.ts'
import type { World } from '../../children/domain/world.ts'
import type { Figure } from '../../figures/figure.ts'
import { addDays, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { recordsOf } from '../../world/world.ts'
import { proceedings } from '../registers/proceedings.ts'
import { casesIn } from './cases.ts'
import { conclusion } from './clocks.ts'

/** Figures of proceedings. `kpi-definitions` section 9. */
export const courtFigures: readonly Figure<World>[] = [
  {
    id: 'proceedings.in_26_weeks',
    area: 'Court',
    label: 'Care proceedings concluded within 26 weeks',
    unit: 'percent',
    definition:
      'Of the proceedings concluded in the year, those concluded within 26 weeks of issue, the day of issue counted as the first day, whatever extension the court gave. Each child’s proceedings count by themselves.',
    source: 'Register of proceedings',
    betterWhen: 'higher',
    records: (world) =>
      recordsOf(world, proceedings).length === 0
        ? 'No register of proceedings is kept here.'
        : casesIn(world).flatMap(({ proceedings: one, concludedOn }) => {
            if (!concludedOn || !isInYear(concludedOn, world.year) || isAfter(concludedOn, world.snapshotOn)) return []
            const due = addDays(one.issuedOn, conclusion(0).limit.amount)
            return [
              {
                child: one.child,
                kind: 'proceedings',
                date: concludedOn,
                due,
                counts: isOnOrBefore(concludedOn, due),
                key: null,
                detail: () => ({
                  Proceedings: one.proceedingsRef,
                  Issued: one.issuedOn.toString(),
                  Outcome: one.outcome,
                  'Extended by weeks': one.extendedByWeeks,
                }),
              },
            ]
          }),
  },
]
