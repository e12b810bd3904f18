/** How many times someone may fail before they must wait. */
const MOST_FAILURES = 10
/** For how long. */
export const WAIT_MILLISECONDS = 10 * 60 * 1000
const MOST_REMEMBERED = 10_000

/**
 * Counts failures by what they have in common: a network, a person, an address that leads nowhere. Nobody may be able to
 * run up what others have in common with them. Each process counts its own.
 */
export interface Failures {
  note: (from: string) => void
  areTooMany: (from: string) => boolean
}

/** `clock`: milliseconds that only ever rise. */
export function makeFailures(clock: () => number): Failures {
  const known = new Map<string, { count: number; since: number }>()
  const current = (from: string) => {
    const found = known.get(from)
    if (found && clock() - found.since < WAIT_MILLISECONDS) return found
    known.delete(from)
    return null
  }
  return {
    note: (from) => {
      const count = (current(from)?.count ?? 0) + 1
      known.delete(from)
      known.set(from, { count, since: clock() })
      const [oldest] = known.keys()
      if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest)
    },
    areTooMany: (from) => (current(from)?.count ?? 0) >= MOST_FAILURES,
  }
}
