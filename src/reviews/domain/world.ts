import { isInYear } from '../../calendar/reportingYear.ts'
import type { CareHistory, PeriodOfCare } from '../../children/domain/history.ts'
import type { RegisterReviewFact } from '../../children/domain/registers.ts'
import type { World } from '../../children/domain/world.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { type AwaitedReview, type HeldReview, type ReviewCycle, reviewCycle } from './cycle.ts'
import { spanOf } from './knownReviews.ts'

/** The register's reviews by child, and the days that they span. */
const register = rememberedFor((world: World) => ({
  byChild: Map.groupBy(world.registers.reviews, (review) => review.child),
  registerSpan: spanOf(world.registers.reviews),
}))

/** What the register says of a child's reviews, planned ones included. */
export const registerReviewsOf = (world: World, child: string): readonly RegisterReviewFact[] =>
  register(world).byChild.get(child) ?? []

const cycles = rememberedFor((world: World) => {
  const { registerSpan } = register(world)
  return new Map(
    world.histories.map((history) => {
      const registerReviews = registerReviewsOf(world, history.record.child)
      return [history, reviewCycle(history, world, { registerReviews, registerSpan })]
    }),
  )
})

/** The reviews of a child of this world. Throws where the history is not of this world. */
export function cycleOf(world: World, history: CareHistory): ReviewCycle {
  const cycle = cycles(world).get(history)
  if (!cycle) throw new Error('the history is not of this world')
  return cycle
}

/** Reviews held in the year while the child was looked after: REV(Y) of `kpi-definitions`. */
export const reviewsHeldInYear = rememberedFor((world: World): HeldReview[] =>
  [...cycles(world).values()].flatMap((cycle) => cycle.held.filter((review) => isInYear(review.heldOn, world.year))),
)

/** The review that a period of care awaits, or awaited when it ended; null where nothing asks for one. */
export const awaitedOf = (
  world: World,
  { history, period }: { history: CareHistory; period: PeriodOfCare },
): AwaitedReview | null => cycleOf(world, history).awaited.find((awaited) => awaited.period === period) ?? null
