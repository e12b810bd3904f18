import { type Booked, type BookTogetherInput, type ReviewToBook, makeBookTogether } from './bookTogether.ts'
import type { BookingDeps } from './ports.ts'

export interface BookReviewInput extends Omit<BookTogetherInput, 'reviews'>, ReviewToBook {}

/**
 * Books a child's review at a time of an officer. Stores nothing where something is wrong: two who ask for one time at
 * once get one booking and one refusal. Null where the child is not known, or may not be seen.
 */
export type BookReview = (input: BookReviewInput) => Promise<Booked | null>

export function makeBookReview(deps: BookingDeps): BookReview {
  const bookTogether = makeBookTogether(deps)
  return ({ child, kind, reviewRef, ...rest }) => bookTogether({ ...rest, reviews: [{ child, kind, reviewRef }] })
}
