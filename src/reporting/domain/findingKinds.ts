import type { Finding } from '../../children/domain/finding.ts'
import type { FindingKind } from './reportYear.ts'

/** The findings counted by kind, the most frequent first. Says nothing of any child. */
export function findingKinds(findings: readonly Finding[]): FindingKind[] {
  const byCode = new Map<string, Finding[]>()
  for (const finding of findings) {
    const known = byCode.get(finding.code)
    if (known) known.push(finding)
    else byCode.set(finding.code, [finding])
  }
  return [...byCode]
    .map(([code, found]) => ({ label: labelOf(code), counted: countedOf(code, found), times: found.length }))
    .sort((a, b) => b.times - a.times || a.label.localeCompare(b.label))
}

/** How each kind is counted, without the dates that the findings themselves give. */
const COUNTED: Readonly<Record<string, string>> = {
  overlapping_episodes: 'The earlier episode is counted as ending where the later one starts.',
  first_episode_is_no_start:
    'The period of care is counted from the first episode known. Its first review is not judged, since when it was due is not known.',
  ends_without_reason: 'The child is counted as ceasing to be looked after where the last episode ends.',
}

/** Other kinds say the same of every child, or their dates: then only the list of findings can tell. */
function countedOf(code: string, found: readonly Finding[]): string {
  const known = COUNTED[code]
  if (known !== undefined) return known
  const [first] = found
  const isSameForAll = found.every((finding) => finding.counted === first?.counted)
  return first && isSameForAll && found.length > 1 && !/\d/.test(first.counted)
    ? first.counted
    : 'As the list of findings says for each.'
}

/** `overlapping_episodes` as `Overlapping episodes`. */
function labelOf(code: string): string {
  const words = code.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
