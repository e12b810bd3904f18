import { parentsMeasuresSetting } from '../settings.ts'
import { reviews, type RegisterReviewFact, type ReviewAnswer } from '../registers/reviews.ts'
import { recordsOf } from '../../world/world.ts'
import { unlessCalendarTooShort } from '../../calendar/bankHolidays.ts'
import { addWorkingDays, workingDaysBefore } from '../../calendar/workingDays.ts'
import { ageIfKnown, childRecord } from '../../children/domain/figures/records.ts'
import { type World, historyOf, lookedAfter } from '../../children/domain/world.ts'
import type { Figure, FigureRecord, RecordDetail } from '../../figures/figure.ts'
import { type PlainDate, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import type { HeldReview } from './cycle.ts'
import { cycleOf, reviewsHeldInYear } from './world.ts'

const AREA = 'Reviews'
const REGISTER = 'Register of reviews'
const NO_REGISTER = 'No register of reviews is kept here for the year.'

/** A review held in the year of which the register speaks. */
interface RegisteredReview {
  review: HeldReview
  details: RegisterReviewFact
}

const registered = (world: World): RegisteredReview[] =>
  reviewsHeldInYear(world).flatMap((review) => (review.details ? [{ review, details: review.details }] : []))

const recordOf = (
  { review, details }: RegisteredReview,
  counts: boolean,
  detail: RecordDetail = {},
  due: PlainDate | null = null,
): FigureRecord => ({
  child: review.child,
  kind: 'review',
  date: review.heldOn,
  due,
  counts,
  key: null,
  detail: () => ({ Reference: details.reviewRef, Officer: details.officerId, ...detail }),
})

type Described = Pick<Figure<World>, 'id' | 'label' | 'definition'>

/** A share of the reviews held of which the register says something; what is not recorded is left out. */
export function shareOfReviews(
  figure: Described,
  answer: (one: RegisteredReview, world: World) => boolean | null,
  more: {
    betterWhen?: Figure<World>['betterWhen']
    due?: (one: RegisteredReview, world: World) => PlainDate | null
  } = {},
): Figure<World> {
  return {
    ...figure,
    area: AREA,
    unit: 'percent',
    source: REGISTER,
    betterWhen: more.betterWhen === undefined ? 'higher' : more.betterWhen,
    records: (world) => {
      const found = registered(world)
      if (found.length === 0) return NO_REGISTER
      return found.flatMap((one) => {
        const counts = answer(one, world)
        return counts === null ? [] : [recordOf(one, counts, {}, more.due?.(one, world) ?? null)]
      })
    },
  }
}

/** The name of an answer's column in the register's file, for who reads the definition. */
const columnOf = (answer: ReviewAnswer): string =>
  reviews.columns.find(({ property }) => property === answer)?.name ?? answer

const byAnswer = (id: string, label: string, answer: ReviewAnswer, more: Parameters<typeof shareOfReviews>[2] = {}) =>
  shareOfReviews(
    {
      id,
      label,
      definition: `Of the reviews held in the year for which it is recorded, those with yes (${columnOf(answer)}).`,
    },
    ({ details }) => details[answer],
    more,
  )

const seen = (day: PlainDate | null, world: World): PlainDate | null =>
  day && isOnOrBefore(day, world.asAt) ? day : null

/**
 * Something to be done within working days of the review's completion. Not done and the limit passed: it counts as
 * missed, since not having it is the failure. The limit still to come: left out. `kpi-definitions` sections 3 and 12.
 */
function doneWithin(figure: Described, days: number, doneOn: (details: RegisterReviewFact) => PlainDate | null) {
  const limit = ({ review, details }: RegisteredReview, world: World) =>
    unlessCalendarTooShort(() => addWorkingDays(details.completedOn ?? review.heldOn, days, world.holidays))
  return shareOfReviews(
    figure,
    (one, world) => {
      const done = seen(doneOn(one.details), world)
      const last = limit(one, world)
      if (last === null) return null
      if (done) return isOnOrBefore(done, last)
      return isAfter(world.asAt, last) ? false : null
    },
    { due: limit },
  )
}

const exceptAdoption = (answer: ReviewAnswer) => (one: RegisteredReview, world: World) =>
  one.details.kind === 'ADOPTION' && parentsMeasuresSetting.of(world.settings) ? null : one.details[answer]

const ragKeys = { RED: 'red', AMBER: 'amber', GREEN: 'green' } as const
const ragLabels: Readonly<Record<string, string>> = { red: 'Red', amber: 'Amber', green: 'Green' }

/** Figures that the service's register of reviews gives. `kpi-definitions` sections 1, 2, 3, 6 and 9. */
export const registerFigures: readonly Figure<World>[] = [
  {
    ...shareOfReviews(
      {
        id: 'reviews.rearranged',
        label: 'Reviews rearranged at least once',
        definition: 'Of the reviews held in the year, those rearranged one or more times.',
      },
      () => null,
      { betterWhen: 'lower' },
    ),
    records: (world) => {
      if (registered(world).length === 0) return NO_REGISTER
      return reviewsHeldInYear(world).map((review): FigureRecord => {
        const times = review.details?.timesRearranged ?? 0
        const detail = { Reference: review.details?.reviewRef ?? null, 'Times rearranged': times }
        return {
          child: review.child,
          kind: 'review',
          date: review.heldOn,
          due: null,
          counts: times > 0,
          key: null,
          detail: () => detail,
        }
      })
    },
  },
  {
    id: 'reviews.late_by_reason',
    area: AREA,
    label: 'Reviews held late, by reason',
    unit: 'count',
    definition: 'Reviews held in the year after they were due, by the reason that the register gives.',
    source: REGISTER,
    betterWhen: 'lower',
    breakdown: { order: [], label: (key) => (key === 'not_recorded' ? 'Reason not recorded' : key) },
    records: (world) =>
      reviewsHeldInYear(world)
        .filter((review) => review.isOnTime === false)
        .map((review) => ({
          child: review.child,
          kind: 'review',
          date: review.heldOn,
          due: review.judgedBy?.due ?? null,
          counts: true,
          key: review.details?.lateReason ?? 'not_recorded',
          detail: () => ({ Reference: review.details?.reviewRef ?? null }),
        })),
  },
  byAnswer('reviews.child_consulted', 'Children consulted or seen by the IRO before the review', 'childConsulted'),
  byAnswer('reviews.child_chaired', 'Reviews chaired by the child, wholly or in part', 'childChaired'),
  byAnswer('reviews.sw_attended', 'Reviews that the social worker attended', 'socialWorkerAttended'),
  shareOfReviews(
    {
      id: 'reviews.sw_report_available',
      label: 'Social work report available to the review',
      definition:
        'Of the reviews held in the year with the date of the report recorded, those where it came by the day of the review.',
    },
    ({ review, details }) => details.socialWorkerReportOn && isOnOrBefore(details.socialWorkerReportOn, review.heldOn),
  ),
  shareOfReviews(
    {
      id: 'reviews.sw_report_on_time',
      label: 'Social work report on time for the review',
      definition:
        'Of the reviews held in the year with the date of the report recorded, those where it came at least 3 working days before.',
    },
    ({ review, details }, world) => {
      const limit = unlessCalendarTooShort(() => workingDaysBefore(review.heldOn, 3, world.holidays))
      return limit && details.socialWorkerReportOn && isOnOrBefore(details.socialWorkerReportOn, limit)
    },
  ),
  shareOfReviews(
    {
      id: 'reviews.mother_attended',
      label: 'Reviews that the mother attended',
      definition:
        'Of the reviews held in the year for which it is recorded, adoption reviews left out, those she attended.',
    },
    exceptAdoption('motherAttended'),
  ),
  shareOfReviews(
    {
      id: 'reviews.father_attended',
      label: 'Reviews that the father attended',
      definition:
        'Of the reviews held in the year for which it is recorded, adoption reviews left out, those he attended.',
    },
    exceptAdoption('fatherAttended'),
  ),
  byAnswer('reviews.parent_views_given', 'Reviews to which a parent gave their views', 'parentViewsGiven'),
  byAnswer('reviews.parent_met_before', 'Reviews before which a parent was met', 'parentMetBefore'),
  doneWithin(
    {
      id: 'reviews.decisions_in_5wd',
      label: 'Decisions issued within 5 working days',
      definition:
        'Of the reviews held in the year, those whose decisions were sent within 5 working days of completion.',
    },
    5,
    (details) => details.decisionsOn,
  ),
  doneWithin(
    {
      id: 'reviews.record_in_15wd',
      label: 'Record completed within 15 working days',
      definition:
        'Of the reviews held in the year, those whose record was completed within 15 working days of completion.',
    },
    15,
    (details) => details.recordOn,
  ),
  doneWithin(
    {
      id: 'reviews.distributed_in_20wd',
      label: 'Record distributed within 20 working days',
      definition:
        'Of the reviews held in the year, those whose record was sent out within 20 working days of completion.',
    },
    20,
    (details) => details.distributedOn,
  ),
  {
    id: 'reviews.by_rag',
    area: AREA,
    label: 'Reviews by rating agreed after them',
    unit: 'count',
    definition: 'Reviews held in the year that were rated red, amber or green.',
    source: REGISTER,
    betterWhen: null,
    breakdown: { order: Object.keys(ragLabels), label: (key) => ragLabels[key] ?? key },
    records: (world) => {
      const found = registered(world)
      if (found.length === 0) return NO_REGISTER
      return found.flatMap((one) =>
        one.details.rag ? [{ ...recordOf(one, true), key: ragKeys[one.details.rag] }] : [],
      )
    },
  },
  permanenceBySecondReview(),
  byAnswer('reviews.care_plan_current', 'Care plan up to date at the review', 'carePlanCurrent'),
  byAnswer('reviews.pep_current', 'Personal education plan up to date at the review', 'pepCurrent'),
  byAnswer('reviews.health_current', 'Health assessment up to date at the review', 'healthAssessmentCurrent'),
  shareOfReviews(
    {
      id: 'reviews.pathway_plan_current',
      label: 'Pathway plan up to date at the review',
      definition:
        'Of the reviews held in the year of children aged 16 or over for which it is recorded, those with yes.',
    },
    ({ review, details }, world) => (isAged16(review, world) ? details.pathwayPlanCurrent : null),
  ),
  byAnswer('reviews.plan_ratified', 'Plan ratified', 'planRatified'),
  byAnswer('reviews.plan_agreed', 'Plan agreed by the IRO at the review', 'planAgreed'),
  byAnswer('reviews.leisure_met', 'Leisure needs met', 'leisureNeedsMet'),
  byAnswer('reviews.culture_met', 'Cultural needs met', 'culturalNeedsMet'),
  byAnswer('reviews.substance_misuse', 'Substance misuse a concern', 'substanceMisuse', { betterWhen: 'lower' }),
  byAnswer('reviews.exploitation', 'Exploitation a concern', 'exploitationRisk', { betterWhen: 'lower' }),
  byAnswer('reviews.mental_health', 'Mental health a concern', 'mentalHealthNeed', { betterWhen: 'lower' }),
  byAnswer('reviews.going_missing', 'Going missing a concern', 'goingMissing', { betterWhen: 'lower' }),
  {
    id: 'missing.flagged_latest',
    area: 'Missing',
    label: 'Children whose latest review flags going missing',
    unit: 'percent',
    definition:
      'Of the children looked after at the year end whose latest review of the period of care says whether they go missing, those with yes.',
    source: REGISTER,
    betterWhen: 'lower',
    records: (world) => {
      if (recordsOf(world, reviews).length === 0) return 'No register of reviews is kept here.'
      return lookedAfter(world).flatMap((child) => {
        const latest = cycleOf(world, child.history).held.findLast((review) => review.period === child.period)
        const flag = latest?.details?.goingMissing ?? null
        return flag === null ? [] : [childRecord(child, world, flag)]
      })
    },
  },
]

function isAged16(review: HeldReview, world: World): boolean {
  const history = historyOf(world, review.child)
  const age = history && ageIfKnown(history.record, review.heldOn)
  return age !== null && age >= 16
}

/** In the denominator: yes at the first or second review, or anything recorded at the second. */
function permanenceBySecondReview(): Figure<World> {
  return {
    ...shareOfReviews(
      {
        id: 'cla.permanence_plan_by_second_review',
        label: 'Permanence plan agreed by the second review',
        definition:
          'Of the children whose second review of a period of care was held in the year, those with a permanence plan recorded at that review or the first.',
      },
      () => null,
    ),
    records: (world) => {
      const seconds = reviewsHeldInYear(world).filter((review) => review.position === 'second')
      if (registered(world).length === 0) return NO_REGISTER
      return seconds.flatMap((second) => {
        const history = historyOf(world, second.child)
        const first = history && cycleOf(world, history).held.find((review) => review.period === second.period)
        const answers = [first, second].map((review) => review?.details?.permanencePlan ?? null)
        const isPlanned = answers.includes(true)
        if (!isPlanned && answers[1] === null) return []
        return [
          {
            child: second.child,
            kind: 'child',
            date: second.heldOn,
            due: null,
            counts: isPlanned,
            key: null,
            detail: () => ({}),
          },
        ]
      })
    },
  }
}
