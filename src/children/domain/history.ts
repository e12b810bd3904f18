import type { PlainDate } from '../../kernel/dates.ts'
import { compareDates, isAfter, isBefore, isOnOrBefore, isSameDay, longDate } from '../../kernel/dates.ts'
import { asAt } from './asAt.ts'
import { isShortBreak } from './codes.ts'
import type { Episode } from './episode.ts'
import type { Finding } from './finding.ts'
import { type Placement, placementsOf } from './placements.ts'
import type { ChildRecord, EpisodeFact } from './record.ts'

/** A stretch of being looked after, from becoming looked after to ceasing. CLK-REV-4, CLK-REV-5. */
export interface PeriodOfCare {
  child: string
  /** 1 for the first that is known. */
  number: number
  startedOn: PlainDate
  /** Whether its first episode says that the child started to be looked after (RNE S). */
  isStartRecorded: boolean
  /** The first day on which the child is no longer looked after; null while looked after. */
  endedOn: PlainDate | null
  /** The return's code; `not_recorded` where it ended without one; null while looked after. */
  reasonCeased: string | null
  episodes: readonly Episode[]
  placements: readonly Placement[]
}

/** What a child's record amounts to, as at a day. */
export interface CareHistory {
  record: ChildRecord
  asAt: PlainDate
  /** In order, never overlapping; short breaks left out. */
  periods: readonly PeriodOfCare[]
  /** Episodes under V3 or V4, in order. */
  shortBreaks: readonly Episode[]
  findings: readonly Finding[]
}

/**
 * A child's periods of care, short breaks and the oddities met on the way, with nothing dated after `day` seen.
 *
 * A period is a run of episodes that follow each other without a gap. It ends at an episode with a reason for ceasing
 * other than X1, or where nothing follows. Where episodes overlap, the one that starts later holds. Every oddity is a
 * finding that says how it is counted.
 */
export function careHistory(whole: ChildRecord, day: PlainDate): CareHistory {
  const record = asAt(whole, day)
  const findings: Finding[] = []
  const sorted = [...record.episodes].sort(inOrder)
  const shortBreaks = sorted.filter((episode) => isShortBreak(episode.legalStatus)).map(asStated)
  const runs = runsOf(
    sorted.filter((episode) => !isShortBreak(episode.legalStatus)),
    record,
    findings,
  )
  const periods = runs.map((run, index) => periodOf(run, index + 1, record, findings))
  return { record, asAt: day, periods, shortBreaks, findings }
}

const inOrder = (a: EpisodeFact, b: EpisodeFact): number =>
  compareDates(a.from, b.from) || endOrder(a, b) || a.source.row - b.source.row

function endOrder(a: EpisodeFact, b: EpisodeFact): number {
  if (a.to === null || b.to === null) return (a.to === null ? 1 : 0) - (b.to === null ? 1 : 0)
  return compareDates(a.to, b.to)
}

const asStated = (episode: EpisodeFact): Episode => ({ ...episode, until: episode.to })

function runsOf(episodes: readonly EpisodeFact[], record: ChildRecord, findings: Finding[]): Episode[][] {
  const runs: Episode[][] = []
  for (const fact of episodes) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    const next = asStated(fact)
    if (!run || !before) {
      runs.push([next])
      continue
    }
    if (follows(before, next, record, findings)) run.push(next)
    else runs.push([next])
  }
  return runs
}

/** Whether `next` carries on the period that `before` belongs to; cuts `before` short where the two overlap. */
function follows(before: Episode, next: Episode, record: ChildRecord, findings: Finding[]): boolean {
  const say = finder(record, next, findings)
  const saysStart = next.reasonForNewEpisode === 'S'
  const saysCeased = before.to !== null && before.reasonCeased !== 'X1' && before.reasonCeased !== ''
  if (before.to !== null && isBefore(before.to, next.from)) return false
  if (before.to === null || isAfter(before.to, next.from)) {
    before.until = next.from
    say(
      'overlapping_episodes',
      `An episode starts on ${longDate(next.from)} while the one from ${longDate(before.from)} ${before.to ? `runs to ${longDate(before.to)}` : 'is open'}.`,
      `The earlier episode is counted as ending on ${longDate(next.from)}.`,
    )
    return !saysStart || before.reasonCeased === 'X1'
  }
  if (!saysCeased && saysStart) {
    say(
      'start_within_period',
      `An episode starts on ${longDate(next.from)} with reason S, on the day another ended without the child ceasing to be looked after.`,
      'It is counted as carrying on the same period of care.',
    )
  }
  return !saysCeased
}

function periodOf(
  episodes: readonly Episode[],
  number: number,
  record: ChildRecord,
  findings: Finding[],
): PeriodOfCare {
  const [first, last] = [episodes[0], episodes.at(-1)]
  if (!first || !last) throw new Error('a period of care has at least one episode')
  const isStartRecorded = first.reasonForNewEpisode === 'S'
  if (!isStartRecorded) {
    finder(record, first, findings)(
      'first_episode_is_no_start',
      `The first episode known of a period of care, from ${longDate(first.from)}, has reason ${first.reasonForNewEpisode || 'blank'}, not S.`,
      `The period is counted as starting on ${longDate(first.from)}. Its first review is not judged, since when it was due is not known.`,
    )
  }
  const endedOn = last.until
  return {
    child: record.child,
    number,
    startedOn: first.from,
    isStartRecorded,
    endedOn,
    reasonCeased: endedOn === null ? null : reasonCeased(last, record, findings),
    episodes,
    placements: placementsOf(episodes, endedOn),
  }
}

function reasonCeased(last: Episode, record: ChildRecord, findings: Finding[]): string {
  if (last.reasonCeased !== 'X1' && last.reasonCeased !== '') return last.reasonCeased
  if (last.until && last.to && isSameDay(last.until, last.to)) {
    finder(record, last, findings)(
      'ends_without_reason',
      `The episode from ${longDate(last.from)} ends on ${longDate(last.to)} with ${last.reasonCeased === 'X1' ? 'X1, which says that another follows that day, but none does' : 'no reason'}.`,
      `The child is counted as ceasing to be looked after on ${longDate(last.to)}, reason not recorded.`,
    )
  }
  return 'not_recorded'
}

function finder(record: ChildRecord, episode: Episode, findings: Finding[]) {
  return (code: string, what: string, counted: string): void => {
    findings.push({ code, child: record.child, source: episode.source, what, counted })
  }
}

/** Whether the day lies in the period: from its start up to, not including, its end. */
export const isInPeriod = (period: PeriodOfCare, day: PlainDate): boolean =>
  isOnOrBefore(period.startedOn, day) && (period.endedOn === null || isBefore(day, period.endedOn))

/** The period in which the child is looked after on this day, or null. Short breaks are left out. */
export const periodOn = (history: CareHistory, day: PlainDate): PeriodOfCare | null =>
  history.periods.find((period) => isInPeriod(period, day)) ?? null

/** The episode that holds on this day, or null: where two meet on the day, the later one. */
export function episodeOn(period: PeriodOfCare, day: PlainDate): Episode | null {
  return (
    period.episodes.find(
      (episode) => isOnOrBefore(episode.from, day) && (episode.until === null || isBefore(day, episode.until)),
    ) ?? null
  )
}
