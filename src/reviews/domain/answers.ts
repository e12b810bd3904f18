import { careClocks } from '../../children/domain/clocks.ts'
import { type CareHistory, periodOn } from '../../children/domain/history.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import type { Clock } from '../../clocks/clock.ts'
import type { ClockAnswer } from '../../clocks/source.ts'
import { type PlainDate, addMonths, compareDates, isOnOrAfter, isWithin } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { type RegisterReviewFact, type ReviewAnswer, reviews } from '../registers/reviews.ts'
import { keptSince } from './kept.ts'
import { registerReviewsOf } from './world.ts'

/** What a review records of what a clock of care asks for. */
const asked: ReadonlyMap<Clock['id'], ReviewAnswer> = new Map([
  [careClocks.initialHealth.id, 'healthAssessmentCurrent'],
  [careClocks.educationPlanStarted.id, 'pepCurrent'],
  [careClocks.pathwayPlan.id, 'pathwayPlanCurrent'],
  [careClocks.permanence.id, 'permanencePlan'],
  [careClocks.carePlan.id, 'carePlanCurrent'],
])

/** A room that knows nothing of a run. */
const knowsNothing: ClockAnswer = (run) => run

/**
 * What the register's reviews say of a run: met on the day of the first review since its start that says yes. That there
 * is no permanence plan is known, too, wherever they are recorded; a no to anything else is one of that day.
 */
const answerFrom = rememberedFor((history: CareHistory) =>
  rememberedWhileSame((own: readonly RegisterReviewFact[], permanenceKeptSince: PlainDate | null): ClockAnswer => {
    const period = periodOn(history, history.asAt)
    if (!period) return knowsNothing
    return (run) => {
      const question = asked.get(run.clock.id)
      if (question === undefined || run.satisfiedBy) return run
      const isPermanence = question === 'permanencePlan'
      // A permanence plan may stand from any review of the period; what else is current was so on the day.
      const from = isPermanence ? period.startedOn : run.startedBy.on
      const given = own.flatMap(({ status, heldOn, [question]: answer }) =>
        status !== 'CANCELLED' && heldOn && answer !== null && isWithin(heldOn, from, history.asAt)
          ? [{ heldOn, answer }]
          : [],
      )
      const met = given.filter(({ answer }) => answer).sort((a, b) => compareDates(a.heldOn, b.heldOn))[0]
      if (met) return { ...run, satisfiedBy: { what: 'a review that records it, held', on: met.heldOn } }
      if (!isPermanence) return run
      const due = addMonths(run.startedBy.on, careClocks.permanence.limit.amount)
      const isKept = permanenceKeptSince !== null && isOnOrAfter(due, permanenceKeptSince)
      return { ...run, isSatisfactionRecorded: run.isSatisfactionRecorded || isKept || given.length > 0 }
    }
  }),
)

/** What the reviews of a child in the register say of the clocks on its care. */
export function answerOfReviews(world: World, child: string): ClockAnswer {
  const history = historyOf(world, child)
  if (!history) return knowsNothing
  return answerFrom(history)(registerReviewsOf(world, child), keptSince(recordsOf(world, reviews)).permanence)
}
