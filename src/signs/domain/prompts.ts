import { ageOn } from '../../calendar/age.ts'
import { checksOf } from '../../children/domain/checks.ts'
import { careClocks } from '../../children/domain/clocks.ts'
import type { CheckKind } from '../../children/registers/checks.ts'
import { type PlainDate, addDays, isAfter, isOnOrBefore, longDate } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { visitClocks } from '../../oversight/domain/clocks.ts'
import { type RegisterReviewFact, type ReviewAnswer, reviews } from '../../reviews/registers/reviews.ts'
import { openDeadlinesOf } from '../../world/deadlines.ts'
import { recordsOf } from '../../world/world.ts'
import { type Found, found } from './sign.ts'
import type { WatchedChild } from './watchedChild.ts'

/** Whether the day of the report is recorded of any review: otherwise nobody knows that one is missing. */
const areReportsKept = rememberedFor((all: readonly RegisterReviewFact[]): boolean =>
  all.some(({ socialWorkerReportOn }) => socialWorkerReportOn !== null),
)

/** No report had come for the last review, nor has since. */
export function reportMissing({ world, held, asAt }: WatchedChild): Found[] {
  const last = held.at(-1)
  if (!last?.details || !areReportsKept(recordsOf(world, reviews))) return []
  const { socialWorkerReportOn: on } = last.details
  if (on !== null && isOnOrBefore(on, asAt)) return []
  return [found(last.heldOn, `The review of ${longDate(last.heldOn)} has no social work report recorded.`, 'challenge')]
}

/** What a kind of check is asked by: clocks, an answer of the review, and the checks that put it right. */
interface Asked {
  what: string
  clocks: readonly string[]
  answer: ReviewAnswer | null
  checks: readonly CheckKind[]
}

/** Something that is overdue now, or that the last review found not up to date and nothing has put right since. */
const overdue =
  ({ what, clocks, answer, checks }: Asked, isAsked: (of: WatchedChild) => boolean = () => true) =>
  (of: WatchedChild): Found[] => {
    const { world, child, held, asAt, period } = of
    if (!period || !isAsked(of)) return []
    const last = held.at(-1)
    const isPutRightAfter = (day: PlainDate) =>
      checksOf(world, child).some(({ kind, on }) => checks.includes(kind) && isAfter(on, day) && isOnOrBefore(on, asAt))
    const atReview =
      last && answer && last.details?.[answer] === false && !isPutRightAfter(last.heldOn)
        ? [found(last.heldOn, `The review of ${longDate(last.heldOn)} found that ${what} was not up to date.`, 'challenge')] // prettier-ignore
        : []
    const now = openDeadlinesOf(world, child)
      .filter(({ clock, state }) => clocks.includes(clock.id) && state === 'overdue')
      .map(({ clock, due }) => found(addDays(due, 1), `${clock.title} was due on ${longDate(due)}, ${clock.rule}.`, 'challenge')) // prettier-ignore
    return [...atReview, ...now]
  }

export const pepOverdue = overdue({
  what: 'the personal education plan',
  clocks: [careClocks.educationPlanTerm.id],
  answer: 'pepCurrent',
  checks: ['PEP'],
})

export const healthOverdue = overdue({
  what: 'the health assessment',
  clocks: [careClocks.initialHealth.id, careClocks.reviewHealth.id],
  answer: 'healthAssessmentCurrent',
  checks: ['HEALTH_ASSESSMENT_INITIAL', 'HEALTH_ASSESSMENT_REVIEW'],
})

const isSixteen = ({ history, asAt }: WatchedChild): boolean =>
  history.record.bornOn !== null && ageOn(history.record.bornOn, asAt) >= 16

export const pathwayPlanOverdue = overdue(
  {
    what: 'the pathway plan',
    clocks: [careClocks.pathwayPlan.id],
    answer: 'pathwayPlanCurrent',
    checks: ['PATHWAY_PLAN'],
  },
  isSixteen,
)

export const visitOverdue = overdue({
  what: 'the visits',
  clocks: [...new Set(Object.values(visitClocks).map(({ id }) => id))],
  answer: null,
  checks: [],
})
