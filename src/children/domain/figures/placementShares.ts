import { ageOn } from '../../../calendar/age.ts'
import { isTooMany } from '../../../figures/alike.ts'
import type { Figure } from '../../../figures/figure.ts'
import { addMonths, isOnOrBefore } from '../../../kernel/dates.ts'
import { isFosterPlacement } from '../codes.ts'
import { isDuring } from '../placements.ts'
import { type LookedAfterChild, type World, lookedAfter } from '../world.ts'
import { childRecord } from './records.ts'

const AREA = 'Children looked after'
const RETURN = 'SSDA903 return'

/** A share of the children looked after on the day of the count. */
function shareOf(
  figure: Pick<Figure<World>, 'id' | 'label' | 'definition' | 'source' | 'betterWhen' | 'standsFirst' | 'countedOver'>,
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

/** Where children live, and how settled they are there. `kpi-definitions` sections 9 and 10. */
export const placementFigures: readonly Figure<World>[] = [
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
      countedOver: 'days',
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
