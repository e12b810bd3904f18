import type { World } from '../../children/domain/world.ts'
import { compareDates, isOnOrAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { type FosterEventFact, fosterEvents } from '../registers/fosterEvents.ts'
import type { FosterReviewKind } from '../registers/fosterReviews.ts'
import type { Household } from './households.ts'

const byHousehold = rememberedFor((rows: readonly FosterEventFact[]) =>
  Map.groupBy(
    rows.toSorted((a, b) => compareDates(a.on, b.on)),
    ({ carerRef }) => carerRef,
  ),
)

/** Allegations and changes of a household as they are known on the day of the world, in order. */
export function eventsOf({ asAt, ...world }: World, carerRef: string): FosterEventFact[] {
  const seen = <Day extends FosterEventFact['endedOn']>(day: Day) => (day && isOnOrBefore(day, asAt) ? day : null)
  return (byHousehold(recordsOf(world, fosterEvents)).get(carerRef) ?? [])
    .filter(({ on }) => isOnOrBefore(on, asAt))
    .map((event) => {
      const endedOn = seen(event.endedOn)
      const decidedOn = seen(event.decidedOn)
      return {
        ...event,
        endedOn,
        decidedOn,
        ladoToldOn: seen(event.ladoToldOn),
        ladoOutcome: endedOn && event.ladoOutcome,
        isReviewNeeded: decidedOn && event.isReviewNeeded,
      }
    })
}

/** Whether there is an investigation: while it goes on, a review waits. */
export const isInvestigated = ({ kind }: Pick<FosterEventFact, 'kind'>): boolean =>
  kind === 'ALLEGATION' || kind === 'SECTION_47' || kind === 'COMPLAINT'

/** The kind of the review to which it leads. */
export const reviewKindOf = (event: Pick<FosterEventFact, 'kind'>): FosterReviewKind =>
  isInvestigated(event) ? 'ALLEGATION' : 'CHANGE'

/** Where an allegation or a change stands. */
export type EventStanding = 'to_decide' | 'no_review' | 'waits' | 'to_review' | 'reviewed'

/** Where it stands: to be decided on, waiting for the end of its investigation, to be reviewed, or over. */
export function standingOf(event: FosterEventFact, { held }: Pick<Household, 'held'>): EventStanding {
  if (event.isReviewNeeded === false) return 'no_review'
  const since = event.endedOn ?? (isInvestigated(event) ? null : event.on)
  const isReviewed =
    since !== null && held.some(({ heldOn, kind }) => isOnOrAfter(heldOn, since) && kind === reviewKindOf(event))
  if (isReviewed) return 'reviewed'
  if (event.isReviewNeeded === null) return 'to_decide'
  return since === null ? 'waits' : 'to_review'
}

/** Where it stands, in words. */
export const standings: Readonly<Record<EventStanding, string>> = {
  to_decide: 'Whether to review sooner is to be decided',
  no_review: 'No review sooner',
  waits: 'The review waits for the end of the investigation',
  to_review: 'The household is to be reviewed',
  reviewed: 'Reviewed',
}
