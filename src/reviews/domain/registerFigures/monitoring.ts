import { ageIfKnown, childRecord } from '../../../children/domain/figures/records.ts'
import { type World, historyOf, lookedAfter } from '../../../children/domain/world.ts'
import type { Figure } from '../../../figures/figure.ts'
import { recordsOf } from '../../../world/world.ts'
import { reviews } from '../../registers/reviews.ts'
import type { HeldReview } from '../cycle.ts'
import { cycleOf } from '../world.ts'
import { REGISTER, byAnswer, shareOfReviews } from './share.ts'

function isAged16(review: HeldReview, world: World): boolean {
  const history = historyOf(world, review.child)
  const age = history && ageIfKnown(history.record, review.heldOn)
  return age !== null && age >= 16
}

/** What officers found at reviews. `kpi-definitions` section 9. */
export const monitoring: readonly Figure<World>[] = [
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
    countedOver: 'day',
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
        const isGoingMissing = latest?.details?.goingMissing ?? null
        return isGoingMissing === null ? [] : [childRecord(child, world, isGoingMissing)]
      })
    },
  },
]
