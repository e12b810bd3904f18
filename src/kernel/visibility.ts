/** Which people someone may see in an authority's records, as data that can be kept with what they asked for. */
export interface Visibility {
  /** Only these; null for everyone in the authority. */
  only: readonly string[] | null
  /** Never these. */
  hidden: readonly string[]
}

/** Whether a person may be seen. */
export type MaySee = (person: string) => boolean

/** That of the person who works at the command line. */
export const seesEveryone: Visibility = { only: null, hidden: [] }

/** Asks of one person after another whether they may be seen. */
export function maySeeWith({ only, hidden }: Visibility): MaySee {
  const reached = only && new Set(only)
  const never = new Set(hidden)
  return (person) => (reached === null || reached.has(person)) && !never.has(person)
}

/** Whether nobody is left out. */
export const isOfEveryone = ({ only, hidden }: Visibility): boolean => only === null && hidden.length === 0

/** That of which both see whom it reaches. */
export function seenByBoth(one: Visibility, other: Visibility): Visibility {
  const hidden = [...new Set([...one.hidden, ...other.hidden])]
  if (one.only === null || other.only === null) return { only: one.only ?? other.only, hidden }
  const reached = new Set(other.only)
  return { only: one.only.filter((person) => reached.has(person)), hidden }
}

/** Whether someone sees everyone whom another sees: only then may they be shown what was worked out for the other. */
export function seesAllThat(one: Visibility, other: Visibility): boolean {
  const reachesAll = other.only === null ? one.only === null : other.only.every(isReachedOrHidden(one, other))
  const otherSees = maySeeWith(other)
  return reachesAll && one.hidden.every((person) => !otherSees(person))
}

function isReachedOrHidden({ only }: Visibility, { hidden }: Visibility): MaySee {
  const reached = only && new Set(only)
  return (person) => reached === null || reached.has(person) || hidden.includes(person)
}
