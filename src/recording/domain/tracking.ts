import type { World } from '../../children/domain/world.ts'
import { type PlainDate, compareDates, daysBetween, isAfter, isBefore, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { recordsOf } from '../../world/world.ts'
import { type Decision, decisionName, decisionNamed, recommendations } from '../registers/recommendations.ts'

/** A decision of a review that is not at its end on the day of a world. */
export interface OpenDecision {
  decision: Decision
  child: string
  /** The review that made it. */
  heldOn: PlainDate
  /** At how many reviews before that one it was made already: its age. */
  reviewsCarried: number
  /** The review at which it was made first. */
  since: PlainDate
  /** Calendar days past its date; 0 where it is not past, null where it has none. */
  daysLate: number | null
}

/** The decisions of reviews held by the day that are neither done, nor judged, nor gone on with at a later review; the latest first of all. */
export const openDecisionsIn = rememberedFor((world: World): readonly OpenDecision[] => {
  const { asAt } = world
  const held = new Map(
    recordsOf(world, reviews).flatMap(({ reviewRef, child, status, heldOn }) =>
      status === 'HELD' && heldOn && isOnOrBefore(heldOn, asAt) ? [[reviewRef, { child, heldOn }]] : [],
    ),
  )
  const all = recordsOf(world, recommendations).filter(({ reviewRef }) => held.has(reviewRef))
  const byName = new Map(all.map((one) => [decisionName(one), one]))
  const before = ({ carriedFrom }: Decision): Decision | undefined => {
    const named = carriedFrom === null ? null : decisionNamed(carriedFrom)
    return named === null ? undefined : byName.get(decisionName(named))
  }
  const goneOnWith = new Set(all.flatMap((one) => before(one) ?? []))
  const isOver = (one: Decision) =>
    (one.completedOn !== null && isOnOrBefore(one.completedOn, asAt)) ||
    (one.outcome !== null && one.lookedAtIn !== null && held.has(one.lookedAtIn)) ||
    goneOnWith.has(one)
  return all
    .filter((one) => !isOver(one))
    .flatMap((decision): OpenDecision[] => {
      const made = held.get(decision.reviewRef)
      if (!made) return []
      const earlier = chainOf(decision, before).flatMap(({ reviewRef }) => held.get(reviewRef)?.heldOn ?? [])
      const { dueOn } = decision
      return [
        {
          decision,
          ...made,
          reviewsCarried: earlier.length,
          since: [made.heldOn, ...earlier].toSorted(compareDates)[0] ?? made.heldOn,
          daysLate: dueOn === null ? null : isAfter(asAt, dueOn) ? daysBetween(dueOn, asAt) : 0,
        },
      ]
    })
    .sort(inOrder)
})

/** The decisions that one goes on with, one after the other; a circle ends where it closes. */
function chainOf(decision: Decision, before: (one: Decision) => Decision | undefined): Decision[] {
  const chain: Decision[] = []
  for (let one = before(decision); one && !chain.includes(one) && one !== decision; one = before(one)) chain.push(one)
  return chain
}

/** The earliest date first, those without one last; of one date, the oldest. */
function inOrder(a: OpenDecision, b: OpenDecision): number {
  const [one, other] = [a.decision.dueOn, b.decision.dueOn]
  if (one && other && !one.equals(other)) return isBefore(one, other) ? -1 : 1
  if (Boolean(one) !== Boolean(other)) return one ? -1 : 1
  return compareDates(a.since, b.since) || decisionName(a.decision).localeCompare(decisionName(b.decision))
}

/** Whether its date has passed. */
export const isLate = ({ daysLate }: OpenDecision): boolean => daysLate !== null && daysLate > 0

/** How many decisions of each team are open and late; null for children in no team that is known. */
export function byTeam(
  open: readonly OpenDecision[],
  teamOf: (child: string) => string | null,
): { team: string | null; open: number; late: number; oldest: number }[] {
  return [...Map.groupBy(open, ({ child }) => teamOf(child))]
    .map(([team, of]) => ({
      team,
      open: of.length,
      late: of.filter(isLate).length,
      oldest: Math.max(...of.map(({ reviewsCarried }) => reviewsCarried)),
    }))
    .sort((a, b) => b.late - a.late || b.open - a.open || (a.team ?? '~').localeCompare(b.team ?? '~'))
}
