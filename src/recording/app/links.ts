/** How long a copy can be opened. Unit: calendar days. */
export const COPY_DAYS = 60

/** How messages and links name the team manager, who is none of the child’s contacts. */
export const TEAM_MANAGER = 'team-manager'
