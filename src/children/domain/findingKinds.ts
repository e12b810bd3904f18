import type { Finding } from '../../house/finding.ts'

/** Findings of one kind: how many, and one of them to show what is meant. */
export interface FindingKind {
  code: string
  label: string
  count: number
  example: Finding
}

/**
 * Kinds by what they may cost, the heaviest first: a child or time in care that is not counted; then a date that
 * deadlines and figures are worked out from. All others weigh less: what is said twice, or only differs.
 */
const heaviest: readonly (readonly string[])[] = [
  ['blank_start', 'contradicted_by_later_return', 'not_in_own_return', 'not_carried_on', 'looked_after_past_18', 'review_outside_care'],
  ['ends_before_start', 'overlapping_episodes', 'gap_within_period', 'start_within_period', 'ends_without_reason', 'reason_without_end', 'after_year', 'changed_by_later_return', 'added_by_later_return'],
] // prettier-ignore

/** How much a kind weighs: 0 the most. */
function weightOf(code: string): number {
  const place = heaviest.findIndex((codes) => codes.includes(code))
  return place === -1 ? heaviest.length : place
}

/** In the order of how much their kinds weigh, the heaviest first; those that weigh the same stay as they were. */
export const heaviestFirst = <Of extends { code: string }>(all: readonly Of[]): Of[] =>
  [...all].sort((a, b) => weightOf(a.code) - weightOf(b.code))

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

/** Kinds whose code alone would read oddly. */
const inWords: Readonly<Record<string, string>> = {
  first_episode_is_no_start: 'The first episode does not start a period of care',
  start_within_period: 'A start within a period of care',
  gap_within_period: 'A gap within a period of care',
  after_year: 'After the year of the return',
  added_by_later_return: 'Added by a later return',
  changed_by_later_return: 'Changed by a later return',
  contradicted_by_later_return: 'Contradicted by a later return',
  not_in_own_return: 'Not in the return of its own year',
  participation_against_age: 'Participation code does not fit the age',
}

/** A kind as people read it: `overlapping_episodes` is `Overlapping episodes`. */
export function findingLabel(code: string): string {
  const known = inWords[code]
  if (known !== undefined) return known
  const words = code.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
