import type { World } from '../../children/domain/world.ts'
import { historyOf } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { ReviewFacts } from '../domain/facts.ts'
import { participationSuggested, tookPartBy } from '../domain/participation.ts'
import { knownWithoutAsking } from '../domain/suggested.ts'
import type { ReviewDetails } from '../registers/reviewDetails.ts'
import { type FactValues, NONE } from './facts.form.ts'

const yesNoOf = (answer: boolean | null): 'Y' | 'N' | null => (answer === null ? null : answer ? 'Y' : 'N')
const answerOf = (typed: 'Y' | 'N' | null): boolean | null => (typed === null ? null : typed === 'Y')

/** A form of facts as it begins: what is recorded, then what is known without asking, then what stays from the last review. */
export function firstFacts(
  { review, details }: ReviewFacts,
  { world, child, heldOn, last }: { world: World; child: string; heldOn: PlainDate; last: ReviewDetails | null },
): Partial<FactValues> {
  const known = knownWithoutAsking(world, child, heldOn)
  const { came, views } = tookPartBy(review.participation)
  return {
    childCame: yesNoOf(came),
    childViews: views,
    // What follows from the answers is not asked again.
    participation: null,
    whatWasTried: details.whatWasTried,
    socialWorkerCame: yesNoOf(review.socialWorkerAttended),
    motherCame: yesNoOf(review.motherAttended),
    fatherCame: yesNoOf(review.fatherAttended),
    childChaired: yesNoOf(review.childChaired),
    agenda: [...details.agenda],
    officerId: review.officerId,
    mode: details.mode ?? 'MEETING',
    whyNoMeeting: details.whyNoMeeting,
    format: review.format,
    interpreter: yesNoOf(details.interpreter ?? last?.interpreter ?? null),
    language: details.language ?? last?.language ?? null,
    socialWorkerReportOn: review.socialWorkerReportOn,
    childConsulted: yesNoOf(review.childConsulted),
    parentViewsGiven: yesNoOf(review.parentViewsGiven),
    parentMetBefore: yesNoOf(review.parentMetBefore),
    carePlanCurrent: yesNoOf(review.carePlanCurrent ?? known.carePlanCurrent),
    pathwayPlanCurrent: yesNoOf(review.pathwayPlanCurrent ?? known.pathwayPlanCurrent),
    planAgreed: yesNoOf(review.planAgreed),
    planAgreedWhy: details.planAgreedWhy,
    rag: review.rag,
    permanenceFor: details.permanenceFor ?? (review.permanencePlan === false ? NONE : (last?.permanenceFor ?? null)),
    permanenceOf: details.permanenceOf ?? last?.permanenceOf ?? null,
    ratifiedOn: details.ratifiedOn ?? last?.ratifiedOn ?? null,
    dischargeConsidered: yesNoOf(details.dischargeConsidered),
    section20Consent: yesNoOf(details.section20Consent),
    section20Capacity: yesNoOf(details.section20Capacity),
    section20ExitPlan: details.section20ExitPlan ?? last?.section20ExitPlan ?? null,
    placementRight: yesNoOf(details.placementRight),
    placementWhy: details.placementWhy,
    leisureNeedsMet: yesNoOf(review.leisureNeedsMet),
    culturalNeedsMet: yesNoOf(review.culturalNeedsMet),
    healthAssessmentCurrent: yesNoOf(review.healthAssessmentCurrent ?? known.healthAssessmentCurrent),
    mentalHealthNeed: yesNoOf(review.mentalHealthNeed),
    substanceMisuse: yesNoOf(review.substanceMisuse),
    pepCurrent: yesNoOf(review.pepCurrent ?? known.pepCurrent),
    exploitationRisk: yesNoOf(review.exploitationRisk),
    goingMissing: yesNoOf(review.goingMissing ?? known.goingMissing),
  }
}

/** The code of taking part that a form says: the one chosen, else the one that follows from what was recorded. */
export const participationIn = (
  values: Pick<FactValues, 'participation' | 'childCame' | 'childViews'>,
  world: World,
  child: string,
  heldOn: PlainDate,
): string | null =>
  values.participation ??
  participationSuggested(
    { came: answerOf(values.childCame), views: values.childViews },
    historyOf(world, child)?.record.bornOn ?? null,
    heldOn,
  )

/** What a form says, as the registers hold it. `kept`: what stands there, for what the form does not ask. */
export function factsIn(
  values: FactValues,
  {
    kept,
    participation,
    attendance,
  }: { kept: ReviewFacts; participation: string | null; attendance: ReviewFacts['attendance'] },
): ReviewFacts {
  const { permanenceFor, permanenceOf, ratifiedOn } = values
  const isPlanned = permanenceFor === NONE ? false : permanenceFor !== null || permanenceOf !== null ? true : null
  return {
    review: {
      participation: participation ?? kept.review.participation,
      childConsulted: answerOf(values.childConsulted),
      childChaired: answerOf(values.childChaired),
      format: values.format,
      officerId: values.officerId ?? kept.review.officerId,
      socialWorkerAttended: answerOf(values.socialWorkerCame),
      socialWorkerReportOn: values.socialWorkerReportOn,
      motherAttended: answerOf(values.motherCame),
      fatherAttended: answerOf(values.fatherCame),
      parentViewsGiven: answerOf(values.parentViewsGiven),
      parentMetBefore: answerOf(values.parentMetBefore),
      rag: values.rag,
      permanencePlan: isPlanned ?? kept.review.permanencePlan,
      carePlanCurrent: answerOf(values.carePlanCurrent),
      pepCurrent: answerOf(values.pepCurrent),
      healthAssessmentCurrent: answerOf(values.healthAssessmentCurrent),
      pathwayPlanCurrent: answerOf(values.pathwayPlanCurrent),
      planRatified: ratifiedOn !== null ? true : kept.review.planRatified,
      planAgreed: answerOf(values.planAgreed),
      leisureNeedsMet: answerOf(values.leisureNeedsMet),
      culturalNeedsMet: answerOf(values.culturalNeedsMet),
      substanceMisuse: answerOf(values.substanceMisuse),
      exploitationRisk: answerOf(values.exploitationRisk),
      mentalHealthNeed: answerOf(values.mentalHealthNeed),
      goingMissing: answerOf(values.goingMissing),
    },
    details: {
      mode: values.mode ?? kept.details.mode,
      whyNoMeeting: values.whyNoMeeting,
      agenda: values.agenda,
      interpreter: answerOf(values.interpreter),
      language: values.language,
      whatWasTried: values.whatWasTried,
      planAgreedWhy: values.planAgreedWhy,
      permanenceFor: permanenceFor === NONE ? null : permanenceFor,
      permanenceOf,
      ratifiedOn,
      dischargeConsidered: answerOf(values.dischargeConsidered),
      section20Consent: answerOf(values.section20Consent),
      section20Capacity: answerOf(values.section20Capacity),
      section20ExitPlan: values.section20ExitPlan,
      placementRight: answerOf(values.placementRight),
      placementWhy: values.placementWhy,
    },
    attendance,
  }
}
