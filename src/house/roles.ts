/** What people are in a service. A person may be several at once, and may then do what any of them may. */
export const roles = {
  iro: 'Independent reviewing officer (IRO)',
  fostering_iro: 'Fostering IRO',
  iro_manager: 'IRO manager',
  business_support: 'Business support',
  social_worker: 'Social worker',
  team_manager: 'Team manager',
  senior_leader: 'Senior leader',
  analyst: 'Performance analyst',
  administrator: 'Administrator',
} as const satisfies Record<string, string>

export type Role = keyof typeof roles

const names: readonly string[] = Object.keys(roles)

/** Whether this text, from a form or the database, names a role. */
export const isRole = (text: string): text is Role => names.includes(text)

/** Every role, in the order in which people read them. */
export const allRoles: readonly Role[] = Object.keys(roles).filter(isRole)
