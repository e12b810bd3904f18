/** The purpose of links that open a form. */
export const CONSULTATION = 'consultation'

/** The purpose of links that open a child's own page. */
export const CHILD_PAGE = 'child_page'

/** The purpose of links by which someone says how a review was. */
export const FEEDBACK = 'review_feedback'
