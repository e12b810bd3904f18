import { lastDayCovered } from '../../children/domain/coverage.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, isAfter, laterOf } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import { type RegisterReviewFact, reviews } from '../../reviews/registers/reviews.ts'
import { recordsOf } from '../../world/world.ts'
import { type Decision, recommendations } from '../registers/recommendations.ts'

const latestOf = rememberedFor((all: readonly RegisterReviewFact[]) =>
  rememberedWhileSame((decisions: readonly Decision[], asAt: PlainDate): PlainDate | null => {
    const days = [
      ...all.flatMap((one) => [one.decisionsOn, one.recordOn, one.distributedOn, one.managerRespondedOn]),
      ...decisions.map(({ completedOn }) => completedOn),
    ]
    return days.reduce<PlainDate | null>(
      (latest, day) => (day === null || isAfter(day, asAt) ? latest : latest ? laterOf(latest, day) : day),
      null,
    )
  }, 4),
)

/** The latest day on which something after a review is known to have been done. Null where no return is there to go on after. */
export const latestEntry = (world: World): PlainDate | null =>
  lastDayCovered(world.coverage) === null
    ? null
    : latestOf(recordsOf(world, reviews))(recordsOf(world, recommendations), world.asAt)
