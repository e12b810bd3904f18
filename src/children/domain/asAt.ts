import { reportingYear } from '../../calendar/reportingYear.ts'
import { type PlainDate, isOnOrBefore } from '../../kernel/dates.ts'
import type { ChildRecord } from './record.ts'

/**
 * The record as the world stood at the end of `day`: nothing dated later is seen. An episode or a missing episode
 * that ends later is still open. Whole-year facts (OC2, OC3) are seen from the last day of their year.
 */
export function asAt(record: ChildRecord, day: PlainDate): ChildRecord {
  const hasHappened = (on: PlainDate) => isOnOrBefore(on, day)
  const yearHasEnded = (fact: { year: number }) => hasHappened(reportingYear(fact.year).lastDay)
  return {
    ...record,
    episodes: record.episodes
      .filter((episode) => hasHappened(episode.from))
      .map((episode) =>
        episode.to === null || hasHappened(episode.to) ? episode : { ...episode, to: null, reasonCeased: '' },
      ),
    reviews: record.reviews.filter((review) => hasHappened(review.heldOn)),
    missing: record.missing
      .filter((missing) => hasHappened(missing.from))
      .map((missing) => (missing.to === null || hasHappened(missing.to) ? missing : { ...missing, to: null })),
    socialWorkers: record.socialWorkers
      .filter((worker) => hasHappened(worker.from))
      .map((worker) => (worker.to === null || hasHappened(worker.to) ? worker : { ...worker, to: null })),
    health: record.health.filter(yearHasEnded),
    careLeaver: record.careLeaver.filter(yearHasEnded),
  }
}
