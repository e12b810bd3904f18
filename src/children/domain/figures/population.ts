import { context } from '../../registers/context.ts'
import { recordsOf } from '../../../world/world.ts'
import { ageOn } from '../../../calendar/age.ts'
import { isDuring } from '../placements.ts'
import { isTooMany } from '../../../figures/alike.ts'
import type { Denominator, Figure } from '../../../figures/figure.ts'
import { addMonths, isOnOrBefore } from '../../../kernel/dates.ts'
import {
  categoriesOfNeed,
  ethnicGroup,
  ethnicGroups,
  isFosterPlacement,
  legalStatuses,
  placementGroup,
  placementGroups,
  placementTypes,
  providers,
} from '../codes.ts'
import { isUnaccompaniedOn } from '../unaccompanied.ts'
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

/** A share of the children looked after on the day of the count. */
function shareOf(
  figure: Pick<Figure<World>, 'id' | 'label' | 'definition' | 'source' | 'betterWhen' | 'standsFirst'>,
  counts: (child: LookedAfterChild, world: World) => boolean,
  isAsked: (child: LookedAfterChild, world: World) => boolean = () => true,
): Figure<World> {
  return {
    ...figure,
    area: AREA,
    unit: 'percent',
    records: (world) =>
      lookedAfter(world)
        .filter((child) => isAsked(child, world))
        .map((child) => childRecord(child, world, counts(child, world))),
  }
}

const ageBands = {
  national: { under_1: [0, 0], '1-4': [1, 4], '5-9': [5, 9], '10-15': [10, 15], '16+': [16, 200] },
  five_to_ten: { under_1: [0, 0], '1-4': [1, 4], '5-10': [5, 10], '11-15': [11, 15], '16+': [16, 200] },
} as const satisfies Record<string, Record<string, readonly [number, number]>>

function ageBand(child: LookedAfterChild, world: World): string {
  const age = ageIfKnown(child.history.record, world.snapshotOn)
  if (age === null) return 'not_known'
  const bands = Object.entries(ageBands[world.settings.ageBands])
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

const NI62 = 'National indicator 62: three or more placements in the year'
const NI63 = 'National indicator 63: length of placement'

/** How many placements the child was in during the year, those of earlier periods of care included. */
function placementsInYear({ history }: LookedAfterChild, world: World): number {
  return history.periods
    .flatMap((period) => period.placements)
    .filter((placement) => isDuring(placement, world.year.firstDay, world.snapshotOn)).length
}

const isUnder16 = ({ history: { record } }: LookedAfterChild, world: World): boolean =>
  record.bornOn !== null && ageOn(record.bornOn, world.snapshotOn) < 16

function hasSettledFor2Years({ period, placement }: LookedAfterChild, world: World): boolean {
  if (!placement) return false
  const twoYearsAgo = addMonths(world.snapshotOn, -24)
  if (isOnOrBefore(placement.from, twoYearsAgo)) return true
  const before = period.placements[period.placements.indexOf(placement) - 1]
  return placement.adoptiveFrom !== null && before !== undefined && isOnOrBefore(before.from, twoYearsAgo)
}

/** Children under 16 who may have been looked after for two and a half years: the start of whose care is not recorded. */
const startNotRecorded = (world: World): number =>
  lookedAfter(world).filter((child) => isUnder16(child, world) && !child.period.isStartRecorded).length

const isLookedAfterFor30Months = ({ period }: LookedAfterChild, world: World): boolean =>
  period.isStartRecorded && isOnOrBefore(period.startedOn, addMonths(world.snapshotOn, -30))

const stability: Figure<World> = {
  ...shareOf(
    {
      id: 'cla.same_placement_2y',
      label: 'Children looked after for two and a half years who have been in the same placement for two',
      definition:
        'Of the children under 16 looked after continuously for 2.5 years at the year end, those in the same placement for at least 2 years, or placed for adoption where that placement and the one before together last 2 years. A child whose start of care is not recorded is left out; where that is more than one in twenty, there is no figure.',
      source: NI63,
      betterWhen: 'higher',
    },
    hasSettledFor2Years,
    (child, world) => isUnder16(child, world) && isLookedAfterFor30Months(child, world),
  ),
  leftOut: startNotRecorded,
}

/** One year's return knows the earlier placements of few: those who stayed are known, those who moved are not. */
const stabilityIfKnown: Figure<World> = {
  ...stability,
  records: (world) => {
    const records = stability.records(world)
    const leftOut = startNotRecorded(world)
    return typeof records !== 'string' && isTooMany(leftOut, leftOut + records.length)
      ? 'For more than one in twenty of the children the returns do not say when care began: the others can’t stand for all.'
      : records
  },
}

const notInReturn = (id: string, label: string, definition: string, reason: string): Figure<World> => ({
  id,
  area: AREA,
  label,
  unit: 'percent',
  definition,
  source: RETURN,
  records: () => reason,
  betterWhen: 'lower',
})

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

/** Figures of the children looked after on the day of the count. `kpi-definitions` section 9 and 10. */
export const populationFigures: readonly Figure<World>[] = [
  {
    id: 'cla.count',
    standsFirst: 100,
    area: AREA,
    label: 'Children looked after at the year end',
    unit: 'count',
    definition:
      'Children looked after on 31 March (or the day asked for): an episode has begun and has not ended by the end of that day. Short breaks are left out.',
    source: RETURN,
    records: (world) => lookedAfter(world).map((child) => childRecord(child, world)),
    betterWhen: null,
  },
  {
    id: 'cla.rate_per_10k',
    area: AREA,
    label: 'Children looked after for every 10,000 residents aged under 18',
    unit: 'number',
    definition: 'Children looked after at the year end, divided by residents aged 0 to 17, times 10,000.',
    source: 'SSDA903 return; Office for National Statistics mid-year estimate',
    records: (world) => lookedAfter(world).map((child) => childRecord(child, world)),
    per: 10_000,
    denominator: populationAged0To17,
    betterWhen: null,
  },
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
  {
    id: 'cla.uasc',
    area: AREA,
    label: 'Unaccompanied asylum-seeking children at the year end',
    unit: 'count',
    definition:
      'Children looked after on the day of the count who are listed as unaccompanied and whose status has not ceased by then.',
    source: RETURN,
    records: (world) =>
      lookedAfter(world)
        .filter(({ history }) => isUnaccompaniedOn(history.record, world.snapshotOn))
        .map((child) => childRecord(child, world)),
    betterWhen: null,
  },
  shareOf(
    {
      id: 'cla.foster_share',
      label: 'Children looked after who are in foster care',
      definition:
        'Of the children looked after at the year end, those in placements U1 to U6, or Q1 and Q2 in older returns.',
      source: RETURN,
      betterWhen: null,
    },
    ({ episode }) => isFosterPlacement(episode.placementType),
  ),
  shareOf(
    {
      id: 'cla.own_provision_share',
      label: 'Children looked after who are in the authority’s own provision',
      definition: 'Of the children looked after at the year end, those whose provider is the authority itself (PR1).',
      source: RETURN,
      betterWhen: null,
    },
    ({ episode }) => episode.provider === 'PR1',
  ),
  shareOf(
    {
      id: 'cla.three_plus_placements',
      standsFirst: 700,
      label: 'Children looked after who had three or more placements in the year',
      definition:
        'Of the children looked after at the year end, those who were in three or more placements in the year, the one on 1 April included. Temporary placements, changes of legal status and adoption by the current carer are no new placement.',
      source: NI62,
      betterWhen: 'lower',
    },
    (child, world) => placementsInYear(child, world) >= 3,
  ),
  stabilityIfKnown,
  notInReturn(
    'cla.over_20_miles',
    'Children placed more than 20 miles from home',
    'Of the children looked after at the year end with a distance, those placed more than 20 miles from home.',
    'The return’s files hold no distance; it needs the grid references of postcodes.',
  ),
  notInReturn(
    'cla.out_of_area',
    'Children placed in another authority’s area',
    'Of the children looked after at the year end, those placed outside the authority’s area.',
    'The return’s files do not hold the authority of the placement.',
  ),
]

/** The residents aged 0 to 17 that the authority has given for the year, or why there is no rate. */
export function populationAged0To17(world: World): Denominator | string {
  const year = world.year.name
  const inContext = recordsOf(world, context).find(
    (entry) => entry.year === year && entry.measure === 'population_0_17' && entry.group === 'AUTHORITY',
  )
  const population = inContext ?? world.settings.population[year]
  if (!population) return `No population aged 0 to 17 is given for ${year}.`
  return { value: population.value, label: `population aged 0 to 17 (${population.source})` }
}
