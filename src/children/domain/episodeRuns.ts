import type { Finding } from '../../house/finding.ts'
import {
  addDays,
  compareDates,
  daysBetween,
  isAfter,
  isBefore,
  isOnOrBefore,
  isSameDay,
  longDate,
  type PlainDate,
} from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { isShortBreak } from './codes.ts'
import type { Episode } from './episode.ts'
import type { ChildRecord, EpisodeFact } from './record.ts'

/** Episodes in order of their start, then of their end; an open one last. */
export const inOrder = (a: EpisodeFact, b: EpisodeFact): number =>
  compareDates(a.from, b.from) || endOrder(a, b) || a.source.row - b.source.row

function endOrder(a: EpisodeFact, b: EpisodeFact): number {
  if (a.to === null || b.to === null) return (a.to === null ? 1 : 0) - (b.to === null ? 1 : 0)
  return compareDates(a.to, b.to)
}

/** An episode that lasts as long as it says. */
export const asStated = (episode: EpisodeFact): Episode => ({ ...episode, until: episode.to })

/**
 * The episodes, each that says care went on lasting until the next one starts. Seen before what lies after `day` is cut
 * off, so that a day between the two is a day of care from either side of it.
 */
export function withoutGaps(record: ChildRecord, day: PlainDate, findings: Finding[]): EpisodeFact[] {
  const sorted = [...record.episodes].sort(inOrder)
  return sorted.map((episode, index) => {
    const next = sorted[index + 1]
    if (!next || episode.to === null || !isBefore(episode.to, next.from) || !saysCareWentOn(episode, next))
      return episode
    if (isOnOrBefore(next.from, day)) {
      const days = counted(daysBetween(episode.to, next.from), 'day')
      finder(record, next, findings)(
        'gap_within_period',
        `The episode from ${longDate(episode.from)} ends on ${longDate(episode.to)} without the child ceasing to be looked after, and the next, with reason ${next.reasonForNewEpisode || 'blank'}, starts ${days} later, on ${longDate(next.from)}.`,
        `Care is counted as going on: the earlier episode lasts until ${longDate(next.from)}.`,
      )
    }
    return { ...episode, to: next.from }
  })
}

/** X1, followed by a code that is no start. An end without any reason says so only of the day after it. */
function saysCareWentOn({ to, reasonCeased, legalStatus }: EpisodeFact, next: EpisodeFact): boolean {
  if (to === null || next.reasonForNewEpisode === 'S') return false
  if (isShortBreak(legalStatus) && isShortBreak(next.legalStatus)) return false
  return reasonCeased === 'X1' || (reasonCeased === '' && isSameDay(addDays(to, 1), next.from))
}

/** Runs of episodes that follow each other: each is a period of care. */
export function runsOf(episodes: readonly EpisodeFact[], record: ChildRecord, findings: Finding[]): Episode[][] {
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
  if (saysStart && before.reasonCeased === 'X1') {
    say(
      'start_within_period',
      `An episode starts on ${longDate(next.from)} with reason S, on the day another ended without the child ceasing to be looked after.`,
      'It is counted as carrying on the same period of care.',
    )
    return true
  }
  return before.reasonCeased === 'X1' || (before.reasonCeased === '' && !saysStart)
}

/** Gives what notes down that something is odd with an episode. */
export function finder(record: ChildRecord, episode: EpisodeFact, findings: Finding[]) {
  return (code: string, what: string, counted: string): void => {
    findings.push({ code, child: record.child, source: episode.source, what, counted })
  }
}
