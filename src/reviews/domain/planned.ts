import type { NamedOn } from '../../world/world.ts'
import { reviews } from '../registers/reviews.ts'

/** Everyone of whom a review is planned, whatever the day. */
export const withReviewPlanned: NamedOn = (registers) =>
  reviews
    .rowsIn(registers)
    .filter(({ status }) => status === 'PLANNED')
    .map(({ child }) => child)
