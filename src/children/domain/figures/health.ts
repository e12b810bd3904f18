import { sdqSetting } from '../../settings.ts'
import { ageOn } from '../../../calendar/age.ts'
import type { Figure, FigureRecord } from '../../../figures/figure.ts'
import { addMonths, isAfter, isWithin } from '../../../kernel/dates.ts'
import { rememberedFor } from '../../../kernel/remember.ts'
import { recordsOf } from '../../../world/world.ts'
import { type CheckKind, checks } from '../../registers/checks.ts'
import { checksOf, daysOfChecks, healthAssessments, latestScore } from '../checks.ts'
import type { CareHistory } from '../history.ts'
import type { ChildRecord, HealthFact } from '../record.ts'
import { type LookedAfterChild, type World, lookedAfter } from '../world.ts'
import { byCode, childRecord } from './records.ts'

const AREA = 'Health'
const OC2 = 'SSDA903 return, OC2'
const OC2_OR_CHECKS = `${OC2}; the register of checks where the return has no such rows`

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

/** What the register of checks tells of a figure where the return has no OC2 rows. */
interface FromChecks {
  kinds: readonly CheckKind[]
  /** How many months back from the day of the count the last one may lie. */
  months: (child: LookedAfterChild, world: World) => number
  isAsked?: (record: ChildRecord, world: World) => boolean
}

/**
 * Children looked after for twelve months, by whether a check is recent enough on the day of the count; the reason of the
 * return where no such check is kept at all. `kpi-definitions` section 12.
 */
function recordsOfChecks(
  world: World,
  { kinds, months, isAsked = () => true }: FromChecks,
  reason: string,
): FigureRecord[] | string {
  const areKept = recordsOf(world, checks).some(({ kind, isWithdrawn }) => isWithdrawn !== true && kinds.includes(kind))
  if (!areKept) return reason
  return lookedAfter(world)
    .filter(({ history }) => isLookedAfterAllYear(history, world) && isAsked(history.record, world))
    .map((child) => {
      const since = addMonths(world.snapshotOn, -months(child, world))
      const last = daysOfChecks(checksOf(world, child.history.record.child), kinds, since, world.snapshotOn).at(-1)
      return childRecord(child, world, last !== undefined, null, { 'Last check': last?.toString() ?? null })
    })
}

const isUnder5On = ({ history: { record } }: LookedAfterChild, { snapshotOn }: World): boolean =>
  record.bornOn !== null && ageOn(record.bornOn, snapshotOn) < 5

const YEARLY = 12
const HALF_YEARLY = 6

const ELSE_SCORES =
  'Where the return has no OC2 rows for the year, by the latest score of the last 12 months in the register of checks'

type Described = Pick<Figure<World>, 'id' | 'label' | 'definition' | 'standsFirst'>

const COHORT = 'Of the children looked after continuously for 12 months or more at the year end'
const ELSE_CHECKS =
  'Where the return has no OC2 rows for the year, by the register of checks: those with one in the last 12 months'

/** A share by a yes or no of OC2; a blank is not a no and is left out. */
function shareOf(
  figure: Described,
  answer: (facts: HealthFact) => boolean | null,
  isAsked: (one: HealthOfChild, world: World) => boolean = () => true,
  betterWhen: Figure<World>['betterWhen'] = 'higher',
  fromChecks: FromChecks | null = null,
): Figure<World> {
  return {
    ...figure,
    area: AREA,
    unit: 'percent',
    source: fromChecks ? OC2_OR_CHECKS : OC2,
    records: (world) => {
      const ofReturn = healthRecords(
        world,
        (one) => answer(one.facts) !== null && isAsked(one, world),
        (one) => answer(one.facts) === true,
      )
      return typeof ofReturn === 'string' && fromChecks ? recordsOfChecks(world, fromChecks, ofReturn) : ofReturn
    },
    betterWhen,
  }
}

const isUnder5 = ({ record }: HealthOfChild, world: World) =>
  record.bornOn !== null && ageOn(record.bornOn, world.snapshotOn) < 5

const isOfSdqAge = ({ record }: Pick<HealthOfChild, 'record'>, world: World) =>
  record.bornOn !== null &&
  ageOn(record.bornOn, world.year.firstDay) >= 4 &&
  ageOn(record.bornOn, world.snapshotOn) < 17

/** The bands of the total difficulties score. CLK-CPI-5. */
function sdqBand(score: number): string {
  if (score <= 13) return 'normal'
  return score <= 16 ? 'borderline' : 'concern'
}

const hasScore = ({ facts }: HealthOfChild) => facts.sdqScore !== null

/**
 * Children of age for a score who have one: by the return, or where it has no OC2 rows, by their latest questionnaire of
 * the last 12 months in the register of checks.
 */
function scoreRecords(
  world: World,
  counts: (score: number) => boolean,
  key: (score: number) => string | null,
): FigureRecord[] | string {
  const ofReturn = healthRecords(
    world,
    (one) => isOfSdqAge(one, world) && hasScore(one),
    ({ facts }) => facts.sdqScore !== null && counts(facts.sdqScore),
    ({ facts }) => (facts.sdqScore === null ? null : key(facts.sdqScore)),
  )
  const areKept = recordsOf(world, checks).some(({ score, isWithdrawn }) => score !== null && isWithdrawn !== true)
  if (typeof ofReturn !== 'string' || !areKept) return ofReturn
  const since = addMonths(world.snapshotOn, -YEARLY)
  return lookedAfter(world)
    .filter(({ history }) => isLookedAfterAllYear(history, world) && isOfSdqAge(history, world))
    .flatMap((child) => {
      const score = latestScore(checksOf(world, child.history.record.child), since, world.snapshotOn)
      return score === null ? [] : [childRecord(child, world, counts(score), key(score), { 'SDQ score': score })]
    })
}

/** Health figures from the return's OC2 table. `kpi-definitions` section 9 and 10; contract. */
export const healthFigures: readonly Figure<World>[] = [
  shareOf(
    {
      id: 'health.assessment_current',
      standsFirst: 800,
      label: 'Health assessment in the year',
      definition: `${COHORT}, those whose health assessment in the year is recorded. ${ELSE_CHECKS} (6 months for children under 5).`,
    },
    (facts) => facts.hadHealthAssessment,
    undefined,
    'higher',
    { kinds: healthAssessments, months: (child, world) => (isUnder5On(child, world) ? HALF_YEARLY : YEARLY) },
  ),
  shareOf(
    {
      id: 'health.dental_current',
      label: 'Teeth checked by a dentist in the year',
      definition: `${COHORT}, those whose dental check in the year is recorded. ${ELSE_CHECKS}.`,
    },
    (facts) => facts.hadTeethCheck,
    undefined,
    'higher',
    { kinds: ['DENTAL_CHECK'], months: () => YEARLY },
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
    definition: `${COHORT}, aged 4 or over on 1 April and under 17 at the year end, those with a score. ${ELSE_CHECKS}.`,
    source: OC2_OR_CHECKS,
    records: (world) => {
      const ofReturn = healthRecords(world, (one) => isOfSdqAge(one, world), hasScore)
      const fromChecks: FromChecks = {
        kinds: ['SDQ'],
        months: () => YEARLY,
        isAsked: (record) => isOfSdqAge({ record }, world),
      }
      return typeof ofReturn === 'string' ? recordsOfChecks(world, fromChecks, ofReturn) : ofReturn
    },
    betterWhen: 'higher',
  },
  {
    id: 'health.sdq_healthy',
    area: AREA,
    label: 'Strengths and difficulties score in the healthy range',
    unit: 'percent',
    definition: `${COHORT} who are of age for a score and have one, those at or below the authority’s healthy maximum (13 by default). ${ELSE_SCORES}.`,
    source: OC2_OR_CHECKS,
    records: (world) => {
      const most = sdqSetting.of(world.settings)
      return scoreRecords(
        world,
        (score) => score <= most,
        () => null,
      )
    },
    betterWhen: 'higher',
    version: 2,
  },
  {
    id: 'health.sdq_bands',
    area: AREA,
    label: 'Strengths and difficulties scores by band',
    unit: 'count',
    definition: `${COHORT} who are of age for a score and have one: normal 0 to 13, borderline 14 to 16, cause for concern 17 to 40. ${ELSE_SCORES}.`,
    source: OC2_OR_CHECKS,
    records: (world) => scoreRecords(world, () => true, sdqBand),
    breakdown: byCode({ normal: 'Normal', borderline: 'Borderline', concern: 'Cause for concern' }),
    betterWhen: null,
    version: 2,
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
