import { started } from '../../clocks/started.ts'
import type { World } from '../../children/domain/world.ts'
import type { Clock, ClockEvent, ClockRun } from '../../clocks/clock.ts'
import { type PlainDate, addDays, addMonths, isAfter, isOnOrAfter, isSameDay } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { counted } from '../../kernel/words.ts'
import { recordsOf } from '../../world/world.ts'
import { fosterReviews } from '../registers/fosterReviews.ts'
import { fosteringSetting } from '../settings.ts'
import { INITIAL_WINDOW_DAYS, fosteringClocks } from './clocks.ts'
import { eventsOf } from './events.ts'
import { type HeldFosterReview, type Household, householdsOf, isApprovedOn } from './households.ts'

/** What a deadline about a household says it is about. */
export const HOUSEHOLD = 'household'

/**
 * The yearly clocks of a household, one after the other: from the approval, then from each review held, whatever it was for
 * (CLK-FOS-1, -2). The last one is met by nothing. Reviews before the approval were of an earlier one that ended.
 */
export function yearlyRuns({ carer, held: all }: Household): ClockRun[] {
  const held = all.filter(({ heldOn }) => isOnOrAfter(heldOn, carer.approvedOn))
  const starts: { clock: Clock; startedBy: ClockEvent }[] = [
    { clock: fosteringClocks.first, startedBy: { what: 'the approval', on: carer.approvedOn } },
    ...held.map(({ heldOn }) => ({
      clock: fosteringClocks.later,
      startedBy: { what: 'the last review, held', on: heldOn },
    })),
  ]
  return starts.map(({ clock, startedBy }, index) => {
    const next = held[index]
    return { ...runOf(carer, clock, startedBy), satisfiedBy: next ? heldEvent(next) : null }
  })
}

/** Every start of a clock of a household, met or not, as at the day of the world. */
export function householdRuns(world: World, household: Household): ClockRun[] {
  const { initialReviewMonths, afterInvestigationWorkingDays } = fosteringSetting.of(world.settings)
  return [
    ...yearlyRuns(household),
    ...(initialReviewMonths ? initialRuns(household, initialReviewMonths) : []),
    ...(afterInvestigationWorkingDays ? investigationRuns(world, household, afterInvestigationWorkingDays) : []),
    ...noticeRuns(household, world.asAt),
  ]
}

/** What is asked for of a household on the day of the world: nothing once the approval has ended. */
export function openRunsOf(world: World, household: Household): ClockRun[] {
  if (!isApprovedOn(household.carer, world.asAt)) return []
  // Where the register has any review, one that is not there was not held.
  const isSatisfactionRecorded = recordsOf(world, fosterReviews).length > 0
  return householdRuns(world, household)
    .filter(({ satisfiedBy }) => satisfiedBy === null)
    .map((run) => ({ ...run, isSatisfactionRecorded }))
}

/** The same of every household. */
export const allOpenRuns = rememberedFor((world: World): readonly ClockRun[] =>
  householdsOf(world).flatMap((household) => openRunsOf(world, household)),
)

/** CLK-FOS-3: a review in the four weeks before the months after the first placement end, or later. */
function initialRuns({ carer, held }: Household, months: number): ClockRun[] {
  if (!carer.firstPlacementOn) return []
  const from = addDays(addMonths(carer.firstPlacementOn, months), -INITIAL_WINDOW_DAYS)
  const met = held.find(({ heldOn }) => isOnOrAfter(heldOn, from))
  const clock: Clock = {
    ...fosteringClocks.initial,
    limit: { amount: months, unit: 'months' },
    rule: `${counted(months, 'month')} after the carers’ first placement`,
  }
  return [
    {
      ...runOf(carer, clock, { what: 'the first placement', on: carer.firstPlacementOn }),
      notBefore: from,
      satisfiedBy: met ? heldEvent(met) : null,
    },
  ]
}

/** CLK-FOS-4: of each review, and each allegation, whose investigation has ended. Until then it waits, and no clock runs. */
function investigationRuns(world: World, { carer, held, planned }: Household, workingDays: number): ClockRun[] {
  const clock: Clock = {
    ...fosteringClocks.afterInvestigation,
    limit: { amount: workingDays, unit: 'working_days' },
    rule: `within ${counted(workingDays, 'working day')} of the end of the investigation`,
  }
  const ofEvents = eventsOf(world, carer.carerRef).filter(({ isReviewNeeded }) => isReviewNeeded !== false)
  const ends = [...[...held, ...planned].map((one) => one.investigationEndedOn), ...ofEvents.map((one) => one.endedOn)]
  const days = new Map(ends.flatMap((ended) => (ended === null ? [] : [[ended.toString(), ended] as const])))
  return [...days.values()].map((ended) => {
    const met = held.find(
      ({ heldOn, investigationEndedOn }) =>
        isOnOrAfter(heldOn, ended) || (investigationEndedOn !== null && isSameDay(investigationEndedOn, ended)),
    )
    const run = runOf(carer, clock, { what: 'the end of the investigation', on: ended })
    return { ...run, satisfiedBy: met ? heldEvent(met) : null }
  })
}

/** CLK-FOS-5: from the written notice of a proposal, met by a decision after it. */
function noticeRuns({ carer, held }: Household, asAt: PlainDate): ClockRun[] {
  return held.flatMap(({ recommendation, noticeOn, decisionOn }) => {
    if (noticeOn === null || recommendation === null || recommendation === 'CONTINUE') return []
    const isDecidedSince = decisionOn !== null && isOnOrAfter(decisionOn, noticeOn)
    // After a decision that the notice told of, nothing is awaited but the carers' answer, for 28 days.
    const isAnswerTimeOver = isAfter(asAt, addDays(noticeOn, fosteringClocks.notice.limit.amount))
    if (decisionOn !== null && !isDecidedSince && isAnswerTimeOver) return []
    return [
      {
        ...runOf(carer, fosteringClocks.notice, { what: 'the written notice of the proposal', on: noticeOn }),
        satisfiedBy: isDecidedSince ? { what: 'the decision', on: decisionOn } : null,
      },
    ]
  })
}

const heldEvent = ({ heldOn }: HeldFosterReview): ClockEvent => ({ what: 'the review, held', on: heldOn })

/** A start of a clock for a household. The duty ends with the approval. */
const runOf = ({ carerRef, ceasedOn }: Household['carer'], clock: Clock, startedBy: ClockEvent): ClockRun =>
  started(clock, null, startedBy, {
    subject: { kind: HOUSEHOLD, ref: carerRef },
    endedBy: ceasedOn && { what: 'the end of the approval', on: ceasedOn },
  })
