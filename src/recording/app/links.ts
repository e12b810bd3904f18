/** The purpose of links by which a team manager answers the decisions of a review. */
export const DECISIONS_ANSWER = 'decisions_answer'

/** The purpose of links that open a copy of what was written after a review. */
export const REVIEW_COPY = 'review_copy'

/** How long a copy can be opened. Unit: calendar days. */
export const COPY_DAYS = 60

/** How messages and links name the team manager, who is none of the child’s contacts. */
export const TEAM_MANAGER = 'team-manager'
