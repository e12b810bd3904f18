import type { World } from '../../../children/domain/world.ts'
import type { Figure, FigureRecord } from '../../../figures/figure.ts'
import { reviewsHeldInYear } from '../world.ts'
import { AREA, NO_REGISTER, REGISTER, registered, shareOfReviews } from './share.ts'

/** Reviews that were moved or held late, and why. `kpi-definitions` section 1. */
export const movedAndLate: readonly Figure<World>[] = [
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
]
