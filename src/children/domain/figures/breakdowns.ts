import { ageBandsSetting } from '../../settings.ts'
import type { Figure } from '../../../figures/figure.ts'
import {
  categoriesOfNeed,
  ethnicGroup,
  ethnicGroups,
  legalStatuses,
  placementGroup,
  placementGroups,
  placementTypes,
  providers,
} from '../codes.ts'
import { type LookedAfterChild, type World, lookedAfter } from '../world.ts'
import { ageIfKnown, byCode, childRecord } from './records.ts'

const AREA = 'Children looked after'
const RETURN = 'SSDA903 return'

/** A count of the children looked after on the day of the count, by one of their marks. */
function countBy(
  figure: Pick<Figure<World>, 'id' | 'label' | 'definition'> & { labels: Readonly<Record<string, string>> },
  keyOf: (child: LookedAfterChild, world: World) => string,
): Figure<World> {
  return {
    id: figure.id,
    area: AREA,
    label: figure.label,
    unit: 'count',
    definition: figure.definition,
    source: RETURN,
    records: (world) => lookedAfter(world).map((child) => childRecord(child, world, true, keyOf(child, world))),
    breakdown: byCode(figure.labels),
    betterWhen: null,
  }
}

const ageBands = {
  national: { under_1: [0, 0], '1-4': [1, 4], '5-9': [5, 9], '10-15': [10, 15], '16+': [16, 200] },
  five_to_ten: { under_1: [0, 0], '1-4': [1, 4], '5-10': [5, 10], '11-15': [11, 15], '16+': [16, 200] },
} as const satisfies Record<string, Record<string, readonly [number, number]>>

function ageBand(child: LookedAfterChild, world: World): string {
  const age = ageIfKnown(child.history.record, world.snapshotOn)
  if (age === null) return 'not_known'
  const bands = Object.entries(ageBands[ageBandsSetting.of(world.settings)])
  return bands.find(([, [from, to]]) => Math.max(age, 0) >= from && age <= to)?.[0] ?? 'not_known'
}

const ageBandLabels = {
  under_1: 'Under 1',
  '1-4': '1 to 4',
  '5-9': '5 to 9',
  '5-10': '5 to 10',
  '10-15': '10 to 15',
  '11-15': '11 to 15',
  '16+': '16 and over',
  not_known: 'Not known',
}

/** Where children live, by group of placement. */
export const byPlacementGroup = countBy(
  {
    id: 'cla.by_placement_group',
    label: 'Children looked after by group of placement',
    definition:
      'Relatives or friends: U1 to U3. Foster care: U4 to U6, independent where the provider is private or voluntary. Residential: K1, K2, R1 to R3, S1. Supported: H5, K3. Adoption: A3 to A6. Other: all else.',
    labels: placementGroups,
  },
  ({ episode }) => placementGroup(episode.placementType, episode.provider),
)

/** The children looked after on the day of the count, by what is recorded of them. `kpi-definitions` section 9. */
export const breakdownFigures: readonly Figure<World>[] = [
  countBy(
    {
      id: 'cla.by_gender',
      label: 'Children looked after by sex',
      definition: 'By the sex recorded in the return.',
      labels: { male: 'Male', female: 'Female', not_known: 'Not known' },
    },
    ({ history }) => history.record.sex,
  ),
  countBy(
    {
      id: 'cla.by_age',
      label: 'Children looked after by age',
      definition: 'By age in whole years on the day of the count.',
      labels: ageBandLabels,
    },
    ageBand,
  ),
  countBy(
    {
      id: 'cla.by_ethnicity',
      label: 'Children looked after by ethnic group',
      definition: 'By the main group of the ethnicity recorded in the return.',
      labels: ethnicGroups,
    },
    ({ history }) => ethnicGroup(history.record.ethnicity),
  ),
  countBy(
    {
      id: 'cla.by_need',
      label: 'Children looked after by category of need',
      definition: 'By the category of need of the episode that holds on the day of the count.',
      labels: { ...categoriesOfNeed, not_recorded: 'Not recorded' },
    },
    ({ episode }) => episode.categoryOfNeed || 'not_recorded',
  ),
  countBy(
    {
      id: 'cla.by_legal_status',
      label: 'Children looked after by legal status',
      definition: 'By the legal status of the episode that holds on the day of the count.',
      labels: { ...legalStatuses, not_recorded: 'Not recorded' },
    },
    ({ episode }) => episode.legalStatus || 'not_recorded',
  ),
  countBy(
    {
      id: 'cla.by_placement',
      label: 'Children looked after by placement',
      definition: 'By the type of placement of the episode that holds on the day of the count.',
      labels: { ...placementTypes, not_recorded: 'Not recorded' },
    },
    ({ episode }) => episode.placementType || 'not_recorded',
  ),
  byPlacementGroup,
  countBy(
    {
      id: 'cla.by_provider',
      label: 'Children looked after by provider of the placement',
      definition: 'By the provider of the episode that holds on the day of the count.',
      labels: { ...providers, not_recorded: 'Not recorded' },
    },
    ({ episode }) => episode.provider || 'not_recorded',
  ),
]
