/** The purpose of links that open a form. */
export const CONSULTATION = 'consultation'

/** The purpose of links that open a child's own page. */
export const CHILD_PAGE = 'child_page'
