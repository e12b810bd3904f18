import type { World } from '../../children/domain/world.ts'
import { type PlainDate, compareDates, isOnOrBefore } from '../../kernel/dates.ts'
import { registerReviewsOf } from '../../reviews/domain/world.ts'
import { recordsOf } from '../../world/world.ts'
import { recommendations } from '../registers/recommendations.ts'
import { decisionsOfReview, isForChild } from './decisions.ts'

/** What was decided at a child's latest review, in the words for the child. */
export interface ToldDecisions {
  heldOn: PlainDate
  decisions: readonly { words: string; isDone: boolean }[]
}

/** The decisions for the child of the latest review whose decisions were sent; null where there are none. */
export function decisionsToldTo(world: World, child: string): ToldDecisions | null {
  const isKnown = (day: PlainDate | null): day is PlainDate => day !== null && isOnOrBefore(day, world.asAt)
  const [latest] = registerReviewsOf(world, child)
    .flatMap(({ reviewRef, status, heldOn, decisionsOn }) =>
      status === 'HELD' && isKnown(heldOn) && isKnown(decisionsOn) ? [{ reviewRef, heldOn }] : [],
    )
    .toSorted((a, b) => compareDates(b.heldOn, a.heldOn))
  if (!latest) return null
  const decisions = decisionsOfReview(recordsOf(world, recommendations), latest.reviewRef)
    .filter(isForChild)
    .flatMap(({ childWords, completedOn, outcome }) =>
      childWords === null ? [] : [{ words: childWords, isDone: isKnown(completedOn) || outcome === 'DONE' }],
    )
  return decisions.length === 0 ? null : { heldOn: latest.heldOn, decisions }
}
