import { isUnderWatch, watchedRowsOf } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, addDays, isAfter, isBefore, isOnOrAfter, isOnOrBefore, longDate } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { counted } from '../../kernel/words.ts'
import { type Decision, decisionName, recommendations } from '../../recording/registers/recommendations.ts'
import { registerReviewsOf } from '../../reviews/domain/world.ts'
import type { RegisterReviewFact } from '../../reviews/registers/reviews.ts'
import { recordsOf } from '../../world/world.ts'
import { type Found, found } from './sign.ts'
import type { WatchedChild } from './watchedChild.ts'

const byReview = rememberedFor((all: readonly Decision[]) => Map.groupBy(all, ({ reviewRef }) => reviewRef))
const byName = rememberedFor((all: readonly Decision[]) => new Map(all.map((one) => [decisionName(one), one])))

/** A review of the child that was held, with its decisions. */
interface Decided {
  heldOn: PlainDate
  decisions: readonly Decision[]
}

/** The reviews of a child in the register that were held by a day, in order, those of some kinds left out. */
function heldWithDecisions(
  world: World,
  child: string,
  asAt: PlainDate,
  isAsked: (review: RegisterReviewFact) => boolean,
): Decided[] {
  // prettier-ignore
  const decisionsOf = byReview(recordsOf(world, recommendations))
  return registerReviewsOf(world, child)
    .flatMap((review) =>
      review.status === 'HELD' && review.heldOn && isOnOrBefore(review.heldOn, asAt) && isAsked(review)
        ? [{ heldOn: review.heldOn, decisions: decisionsOf.get(review.reviewRef) ?? [] }]
        : [],
    )
    .sort((a, b) => (isBefore(a.heldOn, b.heldOn) ? -1 : 1))
}

/** The day on which a review judged what became of a decision, by the day asked; null where none has. */
function judgedOn(world: World, child: string, { lookedAtIn }: Decision, asAt: PlainDate): PlainDate | null {
  const judging = lookedAtIn && registerReviewsOf(world, child).find(({ reviewRef }) => reviewRef === lookedAtIn)
  return judging && judging.heldOn && isOnOrBefore(judging.heldOn, asAt) ? judging.heldOn : null
}

/** The day since which a decision is, or was, overdue; null where it was done or judged before. */
function overdueSince({ world, child, asAt, limits }: WatchedChild, decision: Decision): PlainDate | null {
  if (!decision.dueOn) return null
  const since = addDays(decision.dueOn, limits.decisionDays)
  if (isAfter(since, asAt)) return null
  const closed = judgedOn(world, child, decision, asAt)
  const isOver = (day: PlainDate | null) => day !== null && isBefore(day, since)
  return isOver(decision.completedOn) || isOver(closed) ? null : since
}

const isClosed = ({ world, child, asAt }: WatchedChild, decision: Decision): boolean =>
  (decision.completedOn !== null && isOnOrBefore(decision.completedOn, asAt)) ||
  judgedOn(world, child, decision, asAt) !== null

/** A decision that is not done so many days after its date; one carried from another that was overdue proposes a challenge. */
export function decisionOverdue(of: WatchedChild): Found[] {
  const { world, child, asAt, period, isAdult } = of
  if (!period && !watchedRowsOf(world, child).some((row) => isUnderWatch(row, asAt))) return []
  const named = byName(recordsOf(world, recommendations))
  // What was decided of the care of a child ends with it: of a care leaver, what their pathway reviews decided.
  return heldWithDecisions(world, child, asAt, ({ kind }) => !isAdult || kind === 'PATHWAY_18_25')
    .flatMap(({ decisions }) => decisions)
    .flatMap((decision) => {
      const since = isClosed(of, decision) ? null : overdueSince(of, decision)
      if (!since || !decision.dueOn) return []
      const before = decision.carriedFrom ? named.get(decision.carriedFrom.replaceAll(/\s*\/\s*/g, '/')) : undefined
      const isTwice = before !== undefined && overdueSince(of, before) !== null
      const why = `Decision ${decisionName(decision)} was to be done by ${longDate(decision.dueOn)} and is not.`
      return [
        isTwice
          ? found(since, `${why} It goes on with ${decisionName(before)}, which was overdue too.`, 'challenge')
          : found(since, why),
      ]
    })
}

/** The words of a decision, case, punctuation and figures aside. */
const wordsOf = ({ text }: Decision): string =>
  text
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}\p{N}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Whether nothing was left to be done of a decision by a day: what a later review judges is not known before it. */
const isDoneBy = ({ world, child }: WatchedChild, decision: Decision, day: PlainDate): boolean =>
  (decision.completedOn !== null && isOnOrBefore(decision.completedOn, day)) ||
  (['DONE', 'NO_LONGER_NEEDED'].includes(decision.outcome ?? '') && judgedOn(world, child, decision, day) !== null)

/** A decision carried through reviews that followed each other, up to the last one, and still not done. */
export function repeatedDecision(of: WatchedChild): Found[] {
  const { world, child, period, asAt, limits } = of
  if (!period) return []
  const isOfPeriod = ({ kind, heldOn }: RegisterReviewFact) =>
    (kind === 'CLA' || kind === 'ADOPTION') && heldOn !== null && isOnOrAfter(heldOn, period.startedOn)
  const held = heldWithDecisions(world, child, asAt, isOfPeriod)
  const last = held.at(-1)
  return (last?.decisions ?? []).flatMap((decision) => {
    const run = isDoneBy(of, decision, asAt) ? [] : runUpTo(of, decision, held)
    const since = run[limits.repeatedReviews - 1]
    return since
      ? [found(since, `Decision ${decisionName(decision)} was made at ${counted(run.length, 'review')} running, since ${longDate(run[0] ?? since)}, and is not done.`)] // prettier-ignore
      : []
  })
}

/** The days of the reviews running, up to the last, at which a decision was made, in order. */
function runUpTo(of: WatchedChild, decision: Decision, held: readonly Decided[]): PlainDate[] {
  const days: PlainDate[] = []
  let current: Decision | undefined = decision
  for (const [index, { heldOn }] of [...held.entries()].reverse()) {
    if (!current) break
    days.unshift(heldOn)
    const carriedBy: Decision = current
    current = held[index - 1]?.decisions.find(
      (before) =>
        !isDoneBy(of, before, heldOn) &&
        (carriedBy.carriedFrom?.replaceAll(/\s*\/\s*/g, '/') === decisionName(before) ||
          wordsOf(before) === wordsOf(carriedBy)),
    )
  }
  return days
}
