import type { World } from '../../children/domain/world.ts'
import { isBefore, longDateOr } from '../../kernel/dates.ts'
import { type RegisterReviewFact, reviews } from '../../reviews/registers/reviews.ts'
import { recordsOf } from '../../world/world.ts'
import { decisionsOfReview, isForChild } from '../domain/decisions.ts'
import { type Decision, recommendations } from '../registers/recommendations.ts'
import { decisionForm } from './forms.ts'

/** The decisions of earlier reviews of the child that this one may judge: those that nobody has judged, and those judged here. */
export function earlierDecisions(world: World, review: RegisterReviewFact): Decision[] {
  const held = recordsOf(world, reviews).filter(({ child, reviewRef, heldOn }) => child === review.child && heldOn && reviewRef !== review.reviewRef && review.heldOn && isBefore(heldOn, review.heldOn)) // prettier-ignore
  return held.flatMap(({ reviewRef }) =>
    decisionsOfReview(recordsOf(world, recommendations), reviewRef).filter(
      ({ completedOn, outcome, lookedAtIn }) =>
        lookedAtIn === review.reviewRef || (outcome === null && completedOn === null),
    ),
  )
}

/** A decision as it is read by those who answer it. */
export const decisionShown = ({ text, responsible, dueOn, urgent }: Decision) => ({
  text,
  responsible,
  due: longDateOr(dueOn, 'no date'),
  isUrgent: urgent === true,
})

/** A decision’s form with what is known of it. */
export const decisionFirst = (decision: Decision | null) =>
  decisionForm.first(
    decision
      ? {
          text: decision.text,
          responsible: decision.responsible,
          dueOn: decision.dueOn,
          urgent: decision.urgent === true ? 'yes' : 'no',
          forChild: isForChild(decision) ? 'yes' : 'no',
          childWords: decision.childWords,
          easyWords: decision.easyWords,
          whyNotForChild: decision.whyNotForChild,
          completedOn: decision.completedOn,
        }
      : { urgent: 'no', forChild: 'yes' },
  )
