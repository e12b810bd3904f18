import type { Figure } from '../../../figures/figure.ts'
import type { World } from '../world.ts'

/** A figure that published reports print and that nothing here holds: it says why, instead of not being there. */
const notKept = (
  figure: Pick<Figure<World>, 'id' | 'area' | 'label' | 'unit' | 'definition' | 'betterWhen'>,
  reason: string,
): Figure<World> => ({ ...figure, source: 'No register holds it', countedOver: 'year', records: () => reason })

/** What published reports print and no return or register holds. `kpi-definitions` section 9. */
export const notKeptFigures: readonly Figure<World>[] = [
  notKept(
    {
      id: 'cla.preproceedings',
      area: 'Court',
      label: 'Children in pre-proceedings',
      unit: 'count',
      definition: 'Children whose families the authority works with before an application to the court.',
      betterWhen: null,
    },
    'No register of work before proceedings is kept here.',
  ),
  notKept(
    {
      id: 'cla.placed_with_parents_change',
      area: 'Children looked after',
      label: 'Change in children placed with parents',
      unit: 'number',
      definition:
        'Children placed with parents, under an interim order or otherwise at home, at the year end and the year before.',
      betterWhen: null,
    },
    'Which children at home are counted is not recorded here; those placed with parents stand among the placements.',
  ),
  notKept(
    {
      id: 'health.summary_given',
      area: 'Health',
      label: 'Young people leaving care who were given their health information',
      unit: 'percent',
      definition: 'Of the young people aged 16 to 18 who left care in the year, those who were given a summary of their health.', // prettier-ignore
      betterWhen: 'higher',
    },
    'No register of health summaries is kept here.',
  ),
  notKept(
    {
      id: 'council.members',
      area: 'The service',
      label: 'Members of the children in care council',
      unit: 'count',
      definition: 'Children and young people who are members of the children in care council.',
      betterWhen: 'higher',
    },
    'No register of the children in care council is kept here.',
  ),
  notKept(
    {
      id: 'cp.children',
      area: 'The service',
      label: 'Children on child protection plans',
      unit: 'count',
      definition: 'Children with a child protection plan on the day of the count, for the national collection sheet.',
      betterWhen: null,
    },
    'No register of child protection plans is kept here.',
  ),
]
