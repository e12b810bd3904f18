import type { NamedOn } from '../../world/app/worlds.ts'
import { reviews } from '../registers/reviews.ts'

/** Everyone of whom a review is planned, whatever the day. */
export const withReviewPlanned: NamedOn = (registers) =>
  reviews
    .rowsIn(registers)
    .filter(({ status }) => status === 'PLANNED')
    .map(({ child }) => child)
