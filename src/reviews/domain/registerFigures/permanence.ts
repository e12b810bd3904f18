import { type World, historyOf } from '../../../children/domain/world.ts'
import type { Figure } from '../../../figures/figure.ts'
import { cycleOf, reviewsHeldInYear } from '../world.ts'
import { NO_REGISTER, registered, shareOfReviews } from './share.ts'

/** Permanence plans by the second review. In the denominator: yes at the first or second review, or anything recorded at the second. */
export const permanenceBySecondReview: Figure<World> = {
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
