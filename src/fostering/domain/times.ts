import { type TakenTime, takenBy } from '../../booking/domain/diary.ts'
import type { FosterReviewFact } from '../registers/fosterReviews.ts'

/** The times of officers that reviews of households take: in the same diary as reviews of children. */
export const takenForHouseholds = (reviews: readonly FosterReviewFact[], usualMinutes: number): TakenTime[] =>
  takenBy(
    reviews.flatMap(({ status, officerId, bookedFor, startsAt, endsAt }) =>
      status === 'PLANNED' && bookedFor !== null
        ? [{ status: 'BOOKED' as const, officerId, on: bookedFor, startsAt, endsAt }]
        : [],
    ),
    usualMinutes,
  )
