import type { Child, Day } from '../../engine/rows.ts'

/** Episodes without a day between them. `to` is `NaN` while the period lasts. */
export interface PeriodOfCare {
  readonly from: Day
  readonly to: Day
}

/**
 * The child's periods of care in order: an episode belongs to the period of the one before unless it starts after that
 * one ended. Episodes without a readable start are left out. Needs DECOM and DEC.
 */
export function periodsOfCare(child: Child): readonly PeriodOfCare[] {
  const periods: { from: Day; to: Day }[] = []
  for (const { DECOM, DEC } of child.Episodes) {
    if (Number.isNaN(DECOM)) continue
    const current = periods.at(-1)
    if (!current || DECOM > current.to) periods.push({ from: DECOM, to: DEC })
    else current.to = DEC
  }
  return periods
}

/** Whether what started and ended on these days (`NaN`: it lasts) ended outside this period of care or outlasts it. */
export function endsOutside({ from, to }: PeriodOfCare, start: Day, end: Day): boolean {
  return Number.isNaN(end) ? !Number.isNaN(to) || start < from : end < from || end > to
}
