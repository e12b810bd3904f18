import { checksOf } from '../../children/domain/checks.ts'
import { careKinds } from '../../children/domain/deadlineKinds.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import type { CheckKind } from '../../children/registers/checks.ts'
import type { Deadline } from '../../clocks/clock.ts'
import { type PlainDate, compareDates, isOnOrBefore } from '../../kernel/dates.ts'
import { cycleOf } from '../../reviews/domain/world.ts'
import type { RegisterReviewFact } from '../../reviews/registers/reviews.ts'
import { openDeadlinesOf } from '../../world/deadlines.ts'
import { formsOfReview } from './asked.ts'

/** One thing that a review needs beforehand. */
export interface Needed {
  what: string
  state: 'ready' | 'missing' | 'not_known'
  detail: string
  /** The day that it is about; null where there is none. */
  on: PlainDate | null
}

/** The plans and checks that a review looks at: each with its kind in the register and the kind of its deadline. */
interface Plan {
  kinds: readonly CheckKind[]
  what: string
  /** Whether a deadline is about it. */
  isAbout: (deadline: Deadline) => boolean
}

const plans: readonly Plan[] = [
  { kinds: ['CARE_PLAN'], what: 'Care plan', isAbout: ({ clock }) => clock.kind === careKinds.carePlan },
  {
    kinds: ['HEALTH_ASSESSMENT_INITIAL', 'HEALTH_ASSESSMENT_REVIEW'],
    what: 'Health assessment',
    isAbout: ({ clock }) => clock.kind === careKinds.health && /assessment/i.test(clock.title),
  },
  { kinds: ['PEP'], what: 'Personal education plan', isAbout: ({ clock }) => clock.kind === careKinds.education },
  { kinds: ['PATHWAY_PLAN'], what: 'Pathway plan', isAbout: ({ clock }) => clock.kind === careKinds.pathwayPlan },
]

/** What a review needs beforehand, and how it stands on the day of the world: the report, the plans, the views, the child seen. */
export function neededBefore(world: World, review: RegisterReviewFact): Needed[] {
  const { child, reviewRef, socialWorkerReportOn, childConsulted } = review
  const open = openDeadlinesOf(world, child)
  const forms = formsOfReview(world, reviewRef)
  const childForms = forms.filter(({ party }) => party === 'CHILD')
  const report = socialWorkerReportOn && isOnOrBefore(socialWorkerReportOn, world.asAt) ? socialWorkerReportOn : null
  const lastChild = childForms.findLast(({ returnedOn }) => returnedOn !== null)?.returnedOn ?? null
  return [
    {
      what: 'Social worker’s report',
      state: report ? 'ready' : 'missing',
      detail: report ? 'Reached the IRO' : 'Has not reached the IRO',
      on: report,
    },
    {
      what: 'What the child says',
      state: lastChild ? 'ready' : 'missing',
      detail: lastChild ? 'Answered' : childForms.length === 0 ? 'Has not been asked' : 'Asked, has not answered',
      on: lastChild,
    },
    {
      what: 'Child seen or spoken to by the IRO',
      state: childConsulted === true ? 'ready' : childConsulted === false ? 'missing' : 'not_known',
      detail: childConsulted === true ? 'Yes' : childConsulted === false ? 'No' : 'Nobody has written it down',
      on: null,
    },
    ...plans.flatMap((plan) => planNeeded(world, child, plan, open)),
  ]
}

function planNeeded(world: World, child: string, plan: Plan, open: readonly Deadline[]): Needed[] {
  const checks = checksOf(world, child)
    .filter(({ kind, on }) => plan.kinds.includes(kind) && isOnOrBefore(on, world.asAt))
    .sort((a, b) => compareDates(b.on, a.on))
  const [latest] = checks
  const due = open.filter(plan.isAbout)
  const late = due.find(({ state }) => state === 'overdue')
  // Nothing asks for it, and nobody has written one down: it is not for this child.
  if (!latest && due.length === 0) return []
  return [
    {
      what: plan.what,
      state: late ? 'missing' : latest ? 'ready' : 'not_known',
      detail: late ? `${late.clock.title} is overdue` : latest ? 'In date' : 'Nobody has written down when it was made',
      on: late?.due ?? latest?.on ?? null,
    },
  ]
}

/** How many of what is needed is ready, of those of which something is known. */
export const readiness = (needed: readonly Needed[]): { ready: number; of: number } => ({
  ready: needed.filter(({ state }) => state === 'ready').length,
  of: needed.length,
})

/** How many reviews running, the latest first, at which a child of 4 or over gave no views (PN7). */
export function reviewsWithoutViews(world: World, child: string): number {
  const history = historyOf(world, child)
  if (!history) return 0
  const coded = cycleOf(world, history).held.filter(({ participation }) => /^PN[1-7]$/.test(participation))
  const lastWithViews = coded.findLastIndex(({ participation }) => participation !== 'PN7')
  return coded.length - 1 - lastWithViews
}

/** From so many reviews without views on, an advocate is to be thought of. */
export const REVIEWS_UNTIL_ADVOCATE = 2
