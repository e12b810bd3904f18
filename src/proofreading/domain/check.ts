import type { Finding, Located } from './finding.ts'
import type { ReportText } from './reportText.ts'
import { type Rule, studied } from './studied.ts'
import { rules } from './rules/all.ts'

/** What does not hold in a report, in the order in which it stands there. */
export function checkReport(report: ReportText, all: readonly Rule[] = rules): Finding[] {
  const prepared = studied(report)
  const found = all.flatMap((rule) => rule(prepared))
  return withoutRepeats(found)
    .sort((a, b) => a.start - b.start)
    .map(({ finding }) => finding)
}

/** One finding a place and kind: the surest. */
function withoutRepeats(found: readonly Located[]): Located[] {
  const byPlace = new Map<string, Located>()
  for (const one of found) {
    const key = `${one.finding.kind} ${one.start} ${one.finding.computation ?? one.finding.message}`
    const held = byPlace.get(key)
    if (!held || held.finding.confidence < one.finding.confidence) byPlace.set(key, one)
  }
  return [...byPlace.values()]
}
