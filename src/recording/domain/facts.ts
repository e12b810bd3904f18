import { contentOf } from '../../registers/register.ts'
import { type RegisterReviewFact, reviews } from '../../reviews/registers/reviews.ts'
import type { Attendance } from '../registers/attendance.ts'
import { type ReviewDetails, reviewDetails } from '../registers/reviewDetails.ts'

/** The columns of `reviews` that the page of the record fills: who took part, and the monitoring form. CLK-REC-7. */
type FactName =
  | 'participation' | 'childConsulted' | 'childChaired' | 'format' | 'officerId' | 'socialWorkerAttended'
  | 'socialWorkerReportOn' | 'motherAttended' | 'fatherAttended' | 'parentViewsGiven' | 'parentMetBefore' | 'rag'
  | 'permanencePlan' | 'carePlanCurrent' | 'pepCurrent' | 'healthAssessmentCurrent' | 'pathwayPlanCurrent'
  | 'planRatified' | 'planAgreed' | 'leisureNeedsMet' | 'culturalNeedsMet' | 'substanceMisuse' | 'exploitationRisk'
  | 'mentalHealthNeed' | 'goingMissing' // prettier-ignore

/** What was found at a review, as far as rows of registers hold it. */
export interface ReviewFacts {
  review: Pick<RegisterReviewFact, FactName>
  details: Omit<ReviewDetails, 'reviewRef' | 'managerReason'>
  /** Of each person beside the child, the parents and the social worker of whom it is recorded whether they came. */
  attendance: readonly Pick<Attendance, 'person' | 'came'>[]
}

/** What the registers hold of a review's facts. */
export function factsKept(
  review: RegisterReviewFact,
  details: ReviewDetails,
  attendance: readonly Attendance[],
): ReviewFacts {
  const own = attendance
    .filter(({ reviewRef }) => reviewRef === review.reviewRef)
    .map(({ person, came }) => ({ person, came }))
  return {
    review: {
      participation: review.participation,
      childConsulted: review.childConsulted,
      childChaired: review.childChaired,
      format: review.format,
      officerId: review.officerId,
      socialWorkerAttended: review.socialWorkerAttended,
      socialWorkerReportOn: review.socialWorkerReportOn,
      motherAttended: review.motherAttended,
      fatherAttended: review.fatherAttended,
      parentViewsGiven: review.parentViewsGiven,
      parentMetBefore: review.parentMetBefore,
      rag: review.rag,
      permanencePlan: review.permanencePlan,
      carePlanCurrent: review.carePlanCurrent,
      pepCurrent: review.pepCurrent,
      healthAssessmentCurrent: review.healthAssessmentCurrent,
      pathwayPlanCurrent: review.pathwayPlanCurrent,
      planRatified: review.planRatified,
      planAgreed: review.planAgreed,
      leisureNeedsMet: review.leisureNeedsMet,
      culturalNeedsMet: review.culturalNeedsMet,
      substanceMisuse: review.substanceMisuse,
      exploitationRisk: review.exploitationRisk,
      mentalHealthNeed: review.mentalHealthNeed,
      goingMissing: review.goingMissing,
    },
    details,
    attendance: own,
  }
}

/** Facts as one text: two that say the same are the same text. What a page shows is compared with what then stands by it. */
export const factsAsText = ({ review, details, attendance }: ReviewFacts): string =>
  JSON.stringify([
    contentOf(reviews, review),
    // What the manager says of the decisions is another matter.
    contentOf(reviewDetails, { ...details, reviewRef: null, managerReason: null }),
    attendance.map(({ person, came }) => `${person} ${came ? 'came' : 'did not come'}`).toSorted(),
  ])
