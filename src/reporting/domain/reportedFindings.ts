import type { Finding } from '../../house/finding.ts'
import { findingKinds } from '../../children/domain/findingKinds.ts'
import type { ReportedFindings } from './reportYear.ts'

/** How each kind is counted, without the dates of a child that the findings themselves give. */
const COUNTED: Readonly<Record<string, string>> = {
  overlapping_episodes: 'The earlier episode is counted as ending where the later one starts.',
  first_episode_is_no_start:
    'The period of care is counted from the first episode known. Unless the child had left care before, its first review is not judged, since when it was due is not known.',
  gap_within_period: 'Care is counted as going on from one episode to the next.',
  ends_without_reason: 'The child is counted as ceasing to be looked after where the last episode ends.',
}

/** The findings by kind, the most frequent first. Says nothing of any one child. */
export const reportedFindings = (findings: readonly Finding[]): ReportedFindings[] =>
  findingKinds(findings).map(({ code, label, count, example }) => ({
    label,
    counted: COUNTED[code] ?? withoutDates(example.counted),
    times: count,
  }))

/** What is said of one stands for all of its kind, unless it names a day or a number of that one. */
const withoutDates = (counted: string): string =>
  /\d/.test(counted) ? 'As the list of findings says of each.' : counted
