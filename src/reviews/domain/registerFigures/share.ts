import type { World } from '../../../children/domain/world.ts'
import type { Figure, FigureRecord, RecordDetail } from '../../../figures/figure.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { rememberedFor } from '../../../kernel/remember.ts'
import { type RegisterReviewFact, type ReviewAnswer, reviews } from '../../registers/reviews.ts'
import type { HeldReview } from '../cycle.ts'
import { reviewsHeldInYear } from '../world.ts'

/** Under which figures of reviews are listed. */
export const AREA = 'Reviews'

/** Where these figures come from. */
export const REGISTER = 'Register of reviews'

/** Why there is no figure of a year of which the register says nothing. */
export const NO_REGISTER = 'No register of reviews is kept here for the year.'

/** A review held in the year of which the register speaks. */
export interface RegisteredReview {
  review: HeldReview
  details: RegisterReviewFact
}

/** The reviews held in the year of which the register speaks. */
export const registered = rememberedFor((world: World): readonly RegisteredReview[] =>
  reviewsHeldInYear(world).flatMap((review) => (review.details ? [{ review, details: review.details }] : [])),
)

/** Such a review as a record behind a figure. */
export const recordOf = (
  { review, details }: RegisteredReview,
  counts: boolean,
  detail: RecordDetail = {},
  due: PlainDate | null = null,
): FigureRecord => ({
  child: review.child,
  kind: 'review',
  date: review.heldOn,
  due,
  counts,
  key: null,
  detail: () => ({ Reference: details.reviewRef, Officer: details.officerId, ...detail }),
})

/** What a figure is called, and how it counts. */
export type Described = Pick<Figure<World>, 'id' | 'label' | 'definition'>

/** A share of the reviews held of which the register says something; what is not recorded is left out. */
export function shareOfReviews(
  figure: Described,
  answer: (one: RegisteredReview, world: World) => boolean | null,
  more: {
    betterWhen?: Figure<World>['betterWhen']
    due?: (one: RegisteredReview, world: World) => PlainDate | null
  } = {},
): Figure<World> {
  return {
    ...figure,
    area: AREA,
    unit: 'percent',
    source: REGISTER,
    betterWhen: more.betterWhen === undefined ? 'higher' : more.betterWhen,
    records: (world) => {
      const found = registered(world)
      if (found.length === 0) return NO_REGISTER
      return found.flatMap((one) => {
        const counts = answer(one, world)
        return counts === null ? [] : [recordOf(one, counts, {}, more.due?.(one, world) ?? null)]
      })
    },
  }
}

/** The name of an answer's column in the register's file, for who reads the definition. */
const columnOf = (answer: ReviewAnswer): string =>
  reviews.columns.find(({ property }) => property === answer)?.name ?? answer

/** The share of reviews with yes in a column, of those of which the column says something. */
export const byAnswer = (
  id: string,
  label: string,
  answer: ReviewAnswer,
  more: Parameters<typeof shareOfReviews>[2] = {},
) =>
  shareOfReviews(
    {
      id,
      label,
      definition: `Of the reviews held in the year for which it is recorded, those with yes (${columnOf(answer)}).`,
    },
    ({ details }) => details[answer],
    more,
  )
