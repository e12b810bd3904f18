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
    const key = `${one.finding.kind} ${one.start} ${toldOf(one)}`
    const held = byPlace.get(key)
    if (!held || held.finding.confidence < one.finding.confidence) byPlace.set(key, one)
  }
  const kept = [...byPlace.values()]
  return kept.filter((one) => !kept.some((other) => isToldBy(one, other)))
}

/** What a finding tells of: two of one kind and place that tell of the same are one, by whatever rules. */
function toldOf({ finding: { kind, computation, message } }: Located): string {
  if (kind === 'date') return ''
  // `36 / 123 = 29.3%` is `36 / 123 = 29%`.
  if (computation !== null) return (computation.split(' = ')[0] ?? '').replaceAll('%', '')
  return (kind === 'personal-data' ? nameIn(message) : null) ?? message
}

const nameIn = (message: string): string | null => /“([^”]+)”/.exec(message)?.[1] ?? null

/** Whether another finding tells of the same law, or of the same name, by fewer words. */
const isToldBy = (one: Located, other: Located): boolean =>
  one.finding.kind === other.finding.kind &&
  (one.finding.kind === 'statute' || (one.finding.kind === 'personal-data' && toldOf(one) === toldOf(other))) &&
  one.start <= other.start &&
  other.start + other.finding.quote.length <= one.start + one.finding.quote.length &&
  other.finding.quote.length < one.finding.quote.length
