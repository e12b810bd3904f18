import { recordsOf } from '../../world/world.ts'
import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { isInYear } from '../../calendar/reportingYear.ts'
import type { CareHistory, PeriodOfCare } from '../../children/domain/history.ts'
import type { ReturnCoverage } from '../../children/domain/record.ts'
import { isAdultOn, type World } from '../../children/domain/world.ts'
import { reviews, type RegisterReviewFact } from '../registers/reviews.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import type { Settings } from '../../settings/settings.ts'
import { type AwaitedReview, type HeldReview, type ReviewCycle, reviewCycle } from './cycle.ts'
import { spanOf } from './knownReviews.ts'

/** A register's reviews by child, and the days that they span. */
const register = rememberedFor((reviews: readonly RegisterReviewFact[]) => ({
  byChild: Map.groupBy(reviews, (review) => review.child),
  registerSpan: spanOf(reviews),
}))

const none: readonly never[] = []

/** What the register says of a child's reviews, planned ones included. */
export const registerReviewsOf = (world: World, child: string): readonly RegisterReviewFact[] =>
  register(recordsOf(world, reviews)).byChild.get(child) ?? none

/** Those who do not see all see another span of the register: so many spans are remembered of a child's cycle. */
const SPANS_REMEMBERED = 4

/**
 * The cycle of a history: worked out anew only where the child's reviews in the register, the span of all, the settings
 * or the returns are others than before. It sees nothing else.
 */
const cycleFrom = rememberedFor((history: CareHistory) =>
  rememberedWhileSame(
    (
      registerReviews: readonly RegisterReviewFact[],
      [from, to]: readonly PlainDate[],
      settings: Settings,
      coverage: readonly ReturnCoverage[],
      holidays: BankHolidays,
    ) =>
      reviewCycle(
        history,
        { settings, coverage, holidays },
        { registerReviews, registerSpan: from && to ? { from, to } : null },
      ),
    SPANS_REMEMBERED,
  ),
)

/** The cycles of a world's histories, each followed when it is first asked for. */
const cycles = rememberedFor(({ histories, registers, settings, coverage, holidays }: World) => {
  const { byChild, registerSpan } = register(reviews.rowsIn(registers))
  const span = registerSpan ? [registerSpan.from, registerSpan.to] : []
  const areOfWorld = new Set(histories)
  return rememberedFor((history: CareHistory): ReviewCycle => {
    if (!areOfWorld.has(history)) throw new Error('the history is not of this world')
    return cycleFrom(history)(byChild.get(history.record.child) ?? none, span, settings, coverage, holidays)
  })
})

/** The reviews of a child of this world. Throws where the history is not of this world. */
export const cycleOf = (world: World, history: CareHistory): ReviewCycle => cycles(world)(history)

/** Reviews held in the year while the child was looked after: REV(Y) of `kpi-definitions`. */
export const reviewsHeldInYear = rememberedFor((world: World): HeldReview[] =>
  world.histories.flatMap((history) =>
    cycleOf(world, history).held.filter(
      ({ heldOn }) => isInYear(heldOn, world.year) && !isAdultOn(history.record, heldOn),
    ),
  ),
)

/** The review that a period of care awaits, or awaited when it ended; null where nothing asks for one. */
export const awaitedOf = (
  world: World,
  { history, period }: { history: CareHistory; period: PeriodOfCare },
): AwaitedReview | null => cycleOf(world, history).awaited.find((awaited) => awaited.period === period) ?? null
