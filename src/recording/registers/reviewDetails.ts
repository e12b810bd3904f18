import * as z from 'zod'
import { code, day, mandatory, optional, optionalList, reference, text, yesNo } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** Whether people met for a review, in words. Rulebook B, CLK-REV-11. */
export const modes = { MEETING: 'With a meeting', NO_MEETING: 'Without a meeting' } as const

/** Where a child is to grow up, in words: what a plan for permanence aims at, and what a plan of permanence has settled. */
export const permanences = {
  RETURN_HOME: 'Going home',
  FAMILY_OR_FRIENDS: 'With family or friends',
  SPECIAL_GUARDIANSHIP: 'With a special guardian',
  LONG_TERM_FOSTERING: 'Long-term foster care',
  ADOPTION: 'Adoption',
  RESIDENTIAL: 'A children’s home for the long term',
  INDEPENDENCE: 'Towards living independently',
} as const

/** What a review found beside the columns of `reviews`. */
export const reviewDetails = register({
  name: 'review_details',
  summary:
    'What a review found beside reviews: how it was held, who interpreted, permanence, section 20, a placement to be watched, and the reasons for answers.',
  key: ['reviewRef'],
  columns: z.object({
    reviewRef: mandatory(reference('review', 'The review, as in reviews')),
    mode: optional(code('Whether people met', modes)),
    whyNoMeeting: optional(text('Why no meeting was needed, and what the child said of it')),
    agenda: optionalList('What the child put on the agenda'),
    interpreter: optional(yesNo('Someone interpreted')),
    language: optional(text('The language that was interpreted, or how the child communicates')),
    whatWasTried: optional(text('Of a child who gave no views (PN7): what was tried')),
    planAgreedWhy: optional(text('Why the officer agreed to the plan, or did not')),
    permanenceFor: optional(code('The plan for permanence: what is aimed at', permanences)),
    permanenceOf: optional(code('The plan of permanence: what is settled', permanences)),
    ratifiedOn: optional(
      day('The day the plan was ratified, by the panel or person who ratifies plans here'),
      'ratified_date',
    ),
    dischargeConsidered: optional(yesNo('Ending the order, or the care, was considered')),
    section20Consent: optional(yesNo('Section 20: those with parental responsibility still agree')),
    section20Capacity: optional(yesNo('Section 20: they were able to decide and understood it')),
    section20ExitPlan: optional(text('Section 20: how it is to end')),
    placementRight: optional(yesNo('A placement to be watched: it is right for the child')),
    placementWhy: optional(text('Why, and what was seen')),
    managerReason: optional(text('Why the team manager did not agree to the decisions')),
  }),
})

/** What a review found beside its row of `reviews`. */
export type ReviewDetails = RowOf<typeof reviewDetails>

/** The details of a review of which nothing is recorded. */
export const blankDetails = (reviewRef: string): ReviewDetails => reviewDetails.read({ review_ref: reviewRef })
