import type { Clock } from '../../clocks/clock.ts'

/** The clock with a number and a source of the authority’s own; its source where that names none. */
export const ofAuthority = (clock: Clock, amount: number, rule: string, source: string): Clock => ({
  ...clock,
  limit: { ...clock.limit, amount },
  rule,
  source: source || clock.source,
})
