import { sdqSetting } from '../../settings.ts'
import { ageOn } from '../../../calendar/age.ts'
import type { Figure, FigureRecord } from '../../../figures/figure.ts'
import { isAfter, isWithin } from '../../../kernel/dates.ts'
import { rememberedFor } from '../../../kernel/remember.ts'
import type { CareHistory } from '../history.ts'
import type { ChildRecord, HealthFact } from '../record.ts'
import { type LookedAfterChild, type World, lookedAfter } from '../world.ts'
import { byCode, childRecord } from './records.ts'

const AREA = 'Health'
const OC2 = 'SSDA903 return, OC2'

/** A child looked after for 12 months at the year end, with the OC2 row of the year. */
interface HealthOfChild {
  child: LookedAfterChild
  record: ChildRecord
  facts: HealthFact
}

/**
 * Children looked after continuously for 12 months or more on the day of the count who have an OC2 row for the year; a
 * string where the return has no such rows at all.
 */
const lookedAfter12Months = rememberedFor((world: World): { found: HealthOfChild[] | string } => {
  const found = lookedAfter(world)
    .filter(({ history }) => isLookedAfterAllYear(history, world))
    .flatMap((child) => {
      const record = child.history.record
      const facts = record.health.find((fact) => fact.year === world.year.startYear)
      return facts ? [{ child, record, facts }] : []
    })
  const hasRows = world.histories.some(({ record }) => record.health.some((fact) => fact.year === world.year.startYear))
  return { found: hasRows ? found : `The return for ${world.year.name} has no health (OC2) rows yet.` }
})

/**
 * As the return has it (rules 190 and 191): no care ended in the year, and none started after its first day. Who started
 * on 1 April is looked after for the twelve months.
 */
const isLookedAfterAllYear = ({ periods }: CareHistory, { year, snapshotOn }: World): boolean =>
  !periods.some(
    ({ endedOn, episodes }) =>
      (endedOn !== null && isWithin(endedOn, year.firstDay, snapshotOn)) ||
      episodes.some(({ from, reasonForNewEpisode }) => reasonForNewEpisode === 'S' && isAfter(from, year.firstDay)),
  )

function healthRecords(
  world: World,
  isAsked: (one: HealthOfChild) => boolean,
  counts: (one: HealthOfChild) => boolean,
  key: (one: HealthOfChild) => string | null = () => null,
): FigureRecord[] | string {
  const { found } = lookedAfter12Months(world)
  if (typeof found === 'string') return found
  return found
    .filter(isAsked)
    .map((one) => childRecord(one.child, world, counts(one), key(one), { 'SDQ score': one.facts.sdqScore }))
}

type Described = Pick<Figure<World>, 'id' | 'label' | 'definition' | 'standsFirst'>

const COHORT = 'Of the children looked after continuously for 12 months or more at the year end'

/** A share by a yes or no of OC2; a blank is not a no and is left out. */
function shareOf(
  figure: Described,
  answer: (facts: HealthFact) => boolean | null,
  isAsked: (one: HealthOfChild, world: World) => boolean = () => true,
  betterWhen: Figure<World>['betterWhen'] = 'higher',
): Figure<World> {
  return {
    ...figure,
    area: AREA,
    unit: 'percent',
    source: OC2,
    records: (world) =>
      healthRecords(
        world,
        (one) => answer(one.facts) !== null && isAsked(one, world),
        (one) => answer(one.facts) === true,
      ),
    betterWhen,
  }
}

const isUnder5 = ({ record }: HealthOfChild, world: World) =>
  record.bornOn !== null && ageOn(record.bornOn, world.snapshotOn) < 5

const isOfSdqAge = ({ record }: HealthOfChild, world: World) =>
  record.bornOn !== null &&
  ageOn(record.bornOn, world.year.firstDay) >= 4 &&
  ageOn(record.bornOn, world.snapshotOn) < 17

/** The bands of the total difficulties score. CLK-CPI-5. */
function sdqBand(score: number): string {
  if (score <= 13) return 'normal'
  return score <= 16 ? 'borderline' : 'concern'
}

const hasScore = ({ facts }: HealthOfChild) => facts.sdqScore !== null

/** Health figures from the return's OC2 table. `kpi-definitions` section 9 and 10; contract. */
export const healthFigures: readonly Figure<World>[] = [
  shareOf(
    {
      id: 'health.assessment_current',
      standsFirst: 800,
      label: 'Health assessment in the year',
      definition: `${COHORT}, those whose health assessment in the year is recorded.`,
    },
    (facts) => facts.hadHealthAssessment,
  ),
  shareOf(
    {
      id: 'health.dental_current',
      label: 'Teeth checked by a dentist in the year',
      definition: `${COHORT}, those whose dental check in the year is recorded.`,
    },
    (facts) => facts.hadTeethCheck,
  ),
  shareOf(
    {
      id: 'health.immunisations',
      label: 'Immunisations up to date',
      definition: `${COHORT}, those whose immunisations are up to date.`,
    },
    (facts) => facts.isImmunised,
  ),
  shareOf(
    {
      id: 'health.development_check_under_5',
      label: 'Development check up to date, children under 5',
      definition: `${COHORT} and under 5 then, those whose development check is up to date.`,
    },
    (facts) => facts.hadDevelopmentCheck,
    isUnder5,
  ),
  {
    id: 'health.sdq_current',
    area: AREA,
    label: 'Strengths and difficulties score recorded in the year',
    unit: 'percent',
    definition: `${COHORT}, aged 4 or over on 1 April and under 17 at the year end, those with a score.`,
    source: OC2,
    records: (world) => healthRecords(world, (one) => isOfSdqAge(one, world), hasScore),
    betterWhen: 'higher',
  },
  {
    id: 'health.sdq_healthy',
    area: AREA,
    label: 'Strengths and difficulties score in the healthy range',
    unit: 'percent',
    definition: `${COHORT} who are of age for a score and have one, those at or below the authority’s healthy maximum (13 by default).`,
    source: OC2,
    records: (world) =>
      healthRecords(
        world,
        (one) => isOfSdqAge(one, world) && hasScore(one),
        (one) => (one.facts.sdqScore ?? 41) <= sdqSetting.of(world.settings),
      ),
    betterWhen: 'higher',
  },
  {
    id: 'health.sdq_bands',
    area: AREA,
    label: 'Strengths and difficulties scores by band',
    unit: 'count',
    definition: `${COHORT} who are of age for a score and have one: normal 0 to 13, borderline 14 to 16, cause for concern 17 to 40.`,
    source: OC2,
    records: (world) =>
      healthRecords(
        world,
        (one) => isOfSdqAge(one, world) && hasScore(one),
        () => true,
        (one) => sdqBand(one.facts.sdqScore ?? 0),
      ),
    breakdown: byCode({ normal: 'Normal', borderline: 'Borderline', concern: 'Cause for concern' }),
    betterWhen: null,
  },
  shareOf(
    {
      id: 'health.substance_misuse',
      label: 'Identified as having a substance misuse problem',
      definition: `${COHORT}, those identified in the year as having a substance misuse problem.`,
    },
    (facts) => facts.hasSubstanceMisuse,
    undefined,
    'lower',
  ),
]
