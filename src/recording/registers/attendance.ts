import * as z from 'zod'
import { mandatory, reference, text, yesNo } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** Who came to reviews, a row a person. The child, the parents and the social worker have their columns in `reviews`. */
export const attendance = register({
  name: 'attendance',
  summary: 'Who came to a review, or did not, beside the child, the mother, the father and the social worker.',
  key: ['reviewRef', 'person'],
  columns: z.object({
    reviewRef: mandatory(reference('review', 'The review, as in reviews')),
    person: mandatory(text('The reference of a contact, or a role')),
    came: mandatory(yesNo('The person came, or took part by video or phone')),
  }),
})

/** Whether someone came to a review. */
export type Attendance = RowOf<typeof attendance>
