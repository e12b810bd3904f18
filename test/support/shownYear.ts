import { hidingOf } from '../../src/reporting/domain/disclosure/search.ts'
import { type ReportFacts, type ReportYear, reportYearOf, yearsOf } from '../../src/reporting/domain/reportYear.ts'
import { loadSolver } from '../../src/reporting/providers/highs.ts'

/** HiGHS in this thread: what tests ask of it is small. */
export const solver = await loadSolver()

/** The year as a report shows it; with small numbers hidden, as the public edition does. */
export const shownYear = (facts: ReportFacts, areSmallNumbersHidden: boolean): ReportYear =>
  reportYearOf(facts, areSmallNumbersHidden ? yearsOf(facts).map((values) => hidingOf(values, solver)) : null)
