import type { challengeChildren } from '../../../challenge/registers/challengeChildren.ts'
import type { challengeStages } from '../../../challenge/registers/challengeStages.ts'
import type { challenges } from '../../../challenge/registers/challenges.ts'
import { addWorkingDays } from '../../../calendar/workingDays.ts'
import { type PlainDate, addDays, isBefore, isOnOrBefore, isWithin } from '../../../kernel/dates.ts'
import type { RowOf } from '../../../registers/register.ts'
import type { Life, PeriodOfCare } from '../life.ts'
import { randomOf } from '../random.ts'
import { type Span, officerOf } from './allocations.ts'
import type { Service } from './service.ts'

type ChallengeRow = RowOf<typeof challenges>
type StageRow = RowOf<typeof challengeStages>

/** Challenges with their stages and children. */
export interface ChallengeRows {
  challenges: ChallengeRow[]
  stages: StageRow[]
  children: RowOf<typeof challengeChildren>[]
}

const CHALLENGE = 331
/** A challenge may be made in each of these stretches of a period of care. */
const DAYS_BETWEEN = 120
const SHARE = 0.12
const INFORMAL_WORKING_DAYS = 5

const grounds = [
  'Social work visits late',
  'Social work report late or missing',
  'Personal education plan late',
  'Health assessment late',
  'No permanence plan by the second review',
  'Care plan not up to date',
  'Seeing family unresolved',
]
const concerns = [
  'Agreed at the last review and not done since',
  'Asked for twice, with no answer',
  'The child asks about it each time',
]
const changes = [
  'It was done within the week, and the child was told',
  'A date is agreed, and the child knows it',
  'Nothing changed for the child yet: it is looked at again at the review',
]

/** What IROs challenged of a child, within the span: the same on a later day, with what came of it since. */
export function challengeRowsOf(
  life: Life,
  service: Service,
  span: Span,
): Pick<ChallengeRows, 'challenges' | 'stages'> {
  const made = life.periods.flatMap((period) => daysOf(life, period).filter(({ on }) => isWithin(on, span.since, span.today)).map(({ on, slot }) => oneOf(life, service, span, on, slot))) // prettier-ignore
  return { challenges: made.map(({ challenge }) => challenge), stages: made.flatMap(({ stages }) => stages) }
}

/** The days on which a challenge is made in a period of care. */
function daysOf(life: Life, { from, to }: PeriodOfCare): { on: PlainDate; slot: number }[] {
  const days: { on: PlainDate; slot: number }[] = []
  for (let slot = 0, start = from; isBefore(start, to); slot++, start = addDays(start, DAYS_BETWEEN)) {
    const random = randomOf(...life.seeds, CHALLENGE, from.year, from.month, slot)
    const on = addDays(start, random.between(5, DAYS_BETWEEN - 1))
    if (random.isTrue(SHARE) && isBefore(on, to)) days.push({ on, slot })
  }
  return days
}

function oneOf(life: Life, service: Service, span: Span, on: PlainDate, slot: number) {
  const { today, holidays } = span
  const random = randomOf(...life.seeds, CHALLENGE, on.year, on.month, on.day, slot)
  const route = random.weighted({ INFORMAL: 55, ALERT: 12, FORMAL: 14, PARTNER: 9, GOOD_PRACTICE: 10 })
  const ground = random.oneOf(grounds)
  const resolved = addWorkingDays(on, random.between(1, 24), holidays)
  const passed = addWorkingDays(on, INFORMAL_WORKING_DAYS, holidays)
  const beginsInformally = route === 'INFORMAL' || route === 'ALERT'
  const isDone = route !== 'GOOD_PRACTICE' && isOnOrBefore(resolved, today)
  const end = isDone ? resolved : null
  const isPassedOn = beginsInformally && isBefore(passed, resolved) && isOnOrBefore(passed, today)
  const ref = `C-${life.child}-${on.toString().replaceAll('-', '')}`
  const challenge: ChallengeRow = {
    challengeRef: ref,
    child: life.child,
    raisedOn: on,
    route,
    officerId: officerOf(life, service, on),
    themes: [route === 'GOOD_PRACTICE' ? 'Life story work' : ground],
    agency: route === 'PARTNER' ? random.oneOf(['Health', 'Education', 'Police']) : null,
    resolvedOn: end,
    withdrawnOn: null,
    outcome: end && 'Answered by those responsible',
    changedForChild: end && random.isTrue(0.85) ? random.oneOf(changes) : null,
    cafcass: null,
    cafcassOn: null,
    concern: route === 'GOOD_PRACTICE' ? 'The child keeps the book beside the bed' : random.oneOf(concerns),
    household: null,
    legalAdviceOn: null,
    courtToldOn: null,
    fedBackOn: null,
  }
  const stage = (number: number, startedOn: PlainDate, endedOn: PlainDate | null, withRole: string): StageRow => ({
    challengeRef: ref,
    stage: number,
    step: null,
    startedOn,
    endedOn,
    withRole,
    skippedWhy: null,
    answer: null,
    answeredBy: null,
  })
  const first = beginsInformally ? 'team manager' : route === 'PARTNER' ? 'partner agency' : 'senior manager'
  const stages =
    route === 'GOOD_PRACTICE'
      ? []
      : [
          stage(1, on, isPassedOn ? passed : end, first),
          ...(isPassedOn ? [stage(2, passed, end, 'senior manager')] : []),
        ]
  return { challenge, stages }
}
