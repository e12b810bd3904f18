import { checksOf } from '../../children/domain/checks.ts'
import { missingFrom } from '../../children/domain/figures/missing.ts'
import { type CareHistory, isInPeriod, periodOn } from '../../children/domain/history.ts'
import { watchedRowsOf } from '../../children/domain/watched.ts'
import { type World, historyOf, wasLookedAfterOn } from '../../children/domain/world.ts'
import type { CheckFact } from '../../children/registers/checks.ts'
import type { Clock, ClockRun } from '../../clocks/clock.ts'
import { type PlainDate, isAfter, isBefore, isOnOrAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import { started } from '../../clocks/started.ts'
import type { MissingReturnFact } from '../registers/missingReturns.ts'
import { type MissingProtocol, missingProtocolSetting } from '../settings.ts'
import { missingClocks } from './clocks.ts'
import { type MissingMeeting, meetingsOf, returnsOf } from './facts.ts'
import { type Reached, openStage, timesReached } from './stages.ts'
import { dayAndTime } from './times.ts'

/** The stages of the protocol that a child has reached and for which no meeting was held yet. */
export interface OpenStages {
  stage1: Reached | null
  stage2: Reached | null
}

/** Where a child stands in the protocol on the day of the history; a second stage takes the place of a first not yet held. */
export function openStagesOf(
  history: CareHistory,
  meetings: readonly MissingMeeting[],
  { windowDays, stage1, stage2 }: MissingProtocol,
): OpenStages {
  const { asAt } = history
  const starts = missingFrom(history).map(({ from }) => from)
  const held = meetings.filter(({ on }) => isOnOrBefore(on, asAt))
  const days = (isAsked: (meeting: MissingMeeting) => boolean) => held.filter(isAsked).map(({ on }) => on)
  const shared = { starts, windowDays, asAt }
  const second = { ...shared, threshold: stage2, meetings: days(({ stage }) => stage !== 'STAGE_1') }
  const first = { ...shared, threshold: stage1, meetings: days(() => true) }
  return { stage1: openStage(first, timesReached(second)), stage2: openStage(second) }
}

/** The stages that a child of this world has reached; none where no protocol is set, or the child is not looked after. */
export function openStagesIn(world: World, child: string): OpenStages {
  const protocol = missingProtocolSetting.of(world.settings)
  const history = historyOf(world, child)
  if (!protocol.isOn || !history || !wasLookedAfterOn(history, world.asAt)) return { stage1: null, stage2: null }
  return openStagesOf(history, meetingsOf(world, child), protocol)
}

function stageRuns(world: World, child: string): ClockRun[] {
  const { stage1, stage2 } = openStagesIn(world, child)
  const { windowDays, meetingWorkingDays, source, ...protocol } = missingProtocolSetting.of(world.settings)
  const runOf = (clock: Clock, threshold: number, reached: Reached | null): ClockRun[] =>
    reached
      ? [
          started(
            {
              ...clock,
              limit: { amount: meetingWorkingDays, unit: 'working_days' },
              rule: `within ${meetingWorkingDays} working days of the day on which ${threshold} missing episodes had begun in ${windowDays} days`,
              source: source || clock.source,
            },
            child,
            { what: `missing episode number ${reached.episodes} in ${windowDays} days`, on: reached.on },
          ),
        ]
      : []
  return [
    ...runOf(missingClocks.stage1, protocol.stage1, stage1),
    ...runOf(missingClocks.stage2, protocol.stage2, stage2),
  ]
}

/** CLK-MIS-3: the interview after each return, by the day of the world. One that the child declined is owed no more. */
function interviewRuns(
  history: CareHistory | null,
  asAt: PlainDate,
  returns: readonly MissingReturnFact[],
  checks: readonly CheckFact[],
): ClockRun[] {
  return returns.flatMap((row, index) => {
    const { child, returnedAt, interviewHeldAt, declined, missingFrom: from } = row
    if (returnedAt === null) return []
    const back = dayAndTime(returnedAt)
    const held = interviewHeldAt === null ? null : dayAndTime(interviewHeldAt)
    const isHeld = held !== null && isOnOrBefore(held.on, asAt)
    if (isAfter(back.on, asAt) || (declined === true && !isHeld)) return []
    if (history && !isStillOwed(history, from)) return []
    const next = returns[index + 1]?.missingFrom
    const check = checks.find(
      ({ kind, on }) =>
        kind === 'RETURN_HOME_INTERVIEW' &&
        isOnOrAfter(on, back.on) &&
        isOnOrBefore(on, asAt) &&
        (!next || isBefore(on, next)),
    )
    const met = isHeld
      ? { what: 'the interview, held', ...held }
      : check && { what: 'the interview, held', on: check.on }
    // Returns are written down as they happen, whatever day the last return of the authority reaches.
    return [started(missingClocks.interview, child, { what: 'coming back', ...back }, { satisfiedBy: met ?? null, isKeptToDay: true })] // prettier-ignore
  })
}

/** Whether the care in which a child went missing goes on; of one who was not looked after, whatever is recorded is owed. */
function isStillOwed(history: CareHistory, from: PlainDate): boolean {
  const period = periodOn(history, from)
  return period === null || (isInPeriod(period, history.asAt) && wasLookedAfterOn(history, history.asAt))
}

const interviewsOf = rememberedFor((history: CareHistory) =>
  rememberedWhileSame(
    (asAt: PlainDate, returns: readonly MissingReturnFact[], checks: readonly CheckFact[]) =>
      interviewRuns(history, asAt, returns, checks),
    4,
  ),
)

/** The clocks of a child who goes missing. One of the return who is not of this world has left care: none is owed any more. */
export function missingRunsOf(world: World, child: string): readonly ClockRun[] {
  const history = historyOf(world, child)
  const returns = returnsOf(world, child)
  const checks = checksOf(world, child)
  const interviews = history
    ? interviewsOf(history)(world.asAt, returns, checks)
    : watchedRowsOf(world, child).length > 0
      ? interviewRuns(null, world.asAt, returns, checks)
      : []
  return [...stageRuns(world, child), ...interviews]
}
