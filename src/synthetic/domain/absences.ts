import { birthday } from '../../calendar/age.ts'
import { type PlainDate, addDays, earlierOf, isBefore, isOnOrBefore, laterOf } from '../../kernel/dates.ts'
import type { MadeUpAbsence, PeriodOfCare } from './life.ts'
import type { Random } from './random.ts'

/**
 * The times a young person of 11 or more was missing or away without leave in a period of care, up to `horizon`:
 * a few go again and again, most once or never. None runs beyond the end of care.
 */
export function absencesOf(
  period: Pick<PeriodOfCare, 'from' | 'to' | 'episodes'>,
  bornOn: PlainDate,
  horizon: PlainDate,
  random: Random,
): MadeUpAbsence[] {
  const absences: MadeUpAbsence[] = []
  const daysBetween = random.weighted({ often: 5, sometimes: 20, hardly: 75 })
  const mean = { often: 24, sometimes: 210, hardly: 2600 }[daysBetween]
  const end = earlierOf(period.to, horizon)
  let from = addDays(laterOf(period.from, birthday(bornOn, 11)), 2 + random.waiting(mean))
  while (isBefore(from, end)) {
    // Who is moved while missing is missing no longer from that placement (rule 575).
    const moved = period.episodes.findLast((episode) => isOnOrBefore(episode.from, from))?.to ?? period.to
    const to = earlierOf(addDays(from, 1 + random.waiting(1.2)), moved)
    if (isBefore(to, period.to)) absences.push({ from, to, kind: random.weighted({ M: 78, A: 22 }) })
    from = addDays(to, 2 + random.waiting(mean))
  }
  return absences
}
