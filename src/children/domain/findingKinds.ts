import type { Finding } from '../../house/finding.ts'

/** Findings of one kind: how many, and one of them to show what is meant. */
export interface FindingKind {
  code: string
  label: string
  count: number
  example: Finding
}

/** The kinds of these findings, the most frequent first. */
export function findingKinds(findings: readonly Finding[]): FindingKind[] {
  const kinds = new Map<string, FindingKind>()
  for (const finding of findings) {
    const kind = kinds.get(finding.code)
    if (kind) kind.count++
    else kinds.set(finding.code, { code: finding.code, label: findingLabel(finding.code), count: 1, example: finding })
  }
  return [...kinds.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label))
}

/** A kind's code as people read it: `overlapping_episodes` is `Overlapping episodes`. */
export function findingLabel(code: string): string {
  const words = code.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
