import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { code, day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** A child's rating, in words. */
export const ratingWords = { RED: 'Red', AMBER: 'Amber', GREEN: 'Green' } as const

/** Ratings changed between reviews; the one agreed after a review is in `reviews`. */
export const ratings = register({
  name: 'ratings',
  summary: 'A child’s rating changed between reviews. The rating agreed after a review is in reviews.',
  key: ['child', 'on'],
  columns: z.object({
    child: mandatory(child()),
    on: mandatory(day('The day on which it was changed'), 'date'),
    rating: mandatory(code('The rating from that day', ratingWords)),
    why: optional(text('Why it was changed')),
  }),
})

/** A rating that was changed between reviews. */
export type RatingFact = RowOf<typeof ratings>
