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
    const { kind, computation, message } = one.finding
    const key = `${kind} ${one.start} ${kind === 'date' ? '' : (computation ?? message)}`
    const held = byPlace.get(key)
    if (!held || held.finding.confidence < one.finding.confidence) byPlace.set(key, one)
  }
  const kept = [...byPlace.values()]
  return kept.filter((one) => !kept.some((other) => isToldBy(one, other)))
}

/** Whether another finding tells of the same law by fewer words. */
const isToldBy = (one: Located, other: Located): boolean =>
  one !== other &&
  one.finding.kind === 'statute' &&
  other.finding.kind === 'statute' &&
  one.start <= other.start &&
  other.start + other.finding.quote.length <= one.start + one.finding.quote.length &&
  other.finding.quote.length < one.finding.quote.length
