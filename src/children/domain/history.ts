import {
  type PlainDate,
  addDays,
  isBefore,
  isOnOrAfter,
  isOnOrBefore,
  isSameDay,
  longDate,
} from '../../kernel/dates.ts'
import type { Finding } from '../../house/finding.ts'
import { asAt } from './asAt.ts'
import { isShortBreak } from './codes.ts'
import type { Episode } from './episode.ts'
import { asStated, finder, inOrder, runsOf, withoutGaps } from './episodeRuns.ts'
import { type Placement, placementsOf } from './placements.ts'
import type { ChildRecord } from './record.ts'

/** A stretch of being looked after, from becoming looked after to ceasing. CLK-REV-4, CLK-REV-5. */
export interface PeriodOfCare {
  child: string
  /** 1 for the first that is known. */
  number: number
  startedOn: PlainDate
  /**
   * Whether the records say that care started on `startedOn`: by reason S, or by what came before, which was a short
   * break up to that day or an earlier period that the child had left.
   */
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
 * A period is a run of episodes that follow each other. It ends at an episode with a reason for ceasing other than X1,
 * where a short break follows, or where nothing follows. X1 says that care went on: days between it and an episode that
 * is no start are no end of care (CLK-REV-4). Where episodes overlap, the one that starts later holds. Every oddity is a
 * finding that says how it is counted.
 */
export function careHistory(whole: ChildRecord, day: PlainDate): CareHistory {
  const findings: Finding[] = []
  const record = asAt({ ...whole, episodes: withoutGaps(whole, day, findings) }, day)
  const sorted = [...record.episodes].sort(inOrder)
  const shortBreaks = sorted.filter((episode) => isShortBreak(episode.legalStatus)).map(asStated)
  const runs = runsOf(
    sorted.filter((episode) => !isShortBreak(episode.legalStatus)),
    record,
    findings,
  )
  const periods = runs.map((run, index) =>
    periodOf(run, { number: index + 1, before: runs[index - 1]?.at(-1) ?? null, shortBreaks }, record, findings),
  )
  return { record, asAt: day, periods, shortBreaks, findings }
}

/** What came before a period: the last episode of the one before, and all short breaks. */
interface Before {
  number: number
  before: Episode | null
  shortBreaks: readonly Episode[]
}

function periodOf(
  episodes: readonly Episode[],
  { number, before, shortBreaks }: Before,
  record: ChildRecord,
  findings: Finding[],
): PeriodOfCare {
  const [first, last] = [episodes[0], episodes.at(-1)]
  if (!first || !last) throw new Error('a period of care has at least one episode')
  const saysStart = first.reasonForNewEpisode === 'S'
  const followsShortBreak = shortBreaks.some((one) => isUpTo(one, first.from))
  const hadCeased = before !== null && before.reasonCeased !== 'X1' && before.reasonCeased !== ''
  const isStartRecorded = saysStart || followsShortBreak || hadCeased
  if (!saysStart && !followsShortBreak) {
    finder(record, first, findings)(
      'first_episode_is_no_start',
      `The first episode known of a period of care, from ${longDate(first.from)}, has reason ${first.reasonForNewEpisode || 'blank'}, not S.`,
      hadCeased
        ? `The child had ceased to be looked after before: care is counted as starting again on ${longDate(first.from)}.`
        : `The period is counted as starting on ${longDate(first.from)}. Its first review is not judged, since when it was due is not known.`,
    )
  }
  const endedOn = last.until
  const goesOnAsShortBreak = shortBreaks.some((one) => endedOn !== null && isSameDay(one.from, endedOn))
  return {
    child: record.child,
    number,
    startedOn: first.from,
    isStartRecorded,
    endedOn,
    reasonCeased: endedOn === null ? null : goesOnAsShortBreak ? 'not_recorded' : reasonCeased(last, record, findings),
    episodes,
    placements: placementsOf(episodes, endedOn),
  }
}

/** Whether a short break lasted until `day` or the day before: what starts on `day` follows it. CLK-REV-13. */
const isUpTo = ({ from, to }: Episode, day: PlainDate): boolean =>
  isOnOrBefore(from, day) && (to === null || isOnOrAfter(addDays(to, 1), day))

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

/** Whether the day lies in the period: from its start up to, not including, its end. */
export const isInPeriod = (period: PeriodOfCare, day: PlainDate): boolean =>
  isOnOrBefore(period.startedOn, day) && (period.endedOn === null || isBefore(day, period.endedOn))

/** The period in which the child is looked after on this day, or null. Short breaks are left out. */
export const periodOn = (history: CareHistory, day: PlainDate): PeriodOfCare | null =>
  history.periods.find((period) => isInPeriod(period, day)) ?? null

/**
 * The period that a review on this day is of, or null: one held on the day on which care ended was held while the child
 * was looked after, and considers the ending (regulations 33(3)(e) and 39).
 */
export const periodReviewedOn = (history: CareHistory, day: PlainDate): PeriodOfCare | null =>
  periodOn(history, day) ??
  history.periods.findLast((period) => period.endedOn !== null && isSameDay(period.endedOn, day)) ??
  null

/** The episode that holds on this day, or null: where two meet on the day, the later one. */
export function episodeOn(period: PeriodOfCare, day: PlainDate): Episode | null {
  return (
    period.episodes.find(
      (episode) => isOnOrBefore(episode.from, day) && (episode.until === null || isBefore(day, episode.until)),
    ) ?? null
  )
}
