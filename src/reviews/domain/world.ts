import { isInYear } from '../../calendar/reportingYear.ts'
import type { CareHistory, PeriodOfCare } from '../../children/domain/history.ts'
import type { World } from '../../children/domain/world.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { type AwaitedReview, type HeldReview, type ReviewCycle, reviewCycle } from './cycle.ts'

const cycles = rememberedFor(
  (world: World): Map<CareHistory, ReviewCycle> =>
    new Map(world.histories.map((history) => [history, reviewCycle(history, world)])),
)

/** The reviews of a child of this world. */
export const cycleOf = (world: World, history: CareHistory): ReviewCycle =>
  cycles(world).get(history) ?? reviewCycle(history, world)

/** Reviews held in the year while the child was looked after: REV(Y) of `kpi-definitions`. */
export const reviewsHeldInYear = rememberedFor((world: World): HeldReview[] =>
  [...cycles(world).values()].flatMap((cycle) => cycle.held.filter((review) => isInYear(review.heldOn, world.year))),
)

/** The review that a period of care awaits, or awaited when it ended; null where nothing asks for one. */
export const awaitedOf = (
  world: World,
  { history, period }: { history: CareHistory; period: PeriodOfCare },
): AwaitedReview | null => cycleOf(world, history).awaited.find((awaited) => awaited.period === period) ?? null
