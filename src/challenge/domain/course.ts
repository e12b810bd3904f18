import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { type PlainDate, isAfter } from '../../kernel/dates.ts'
import { nextTo, skipTo } from '../../workflows/procedure.ts'
import { type Course, type StepTaken, courseOn, impossibleSteps } from '../../workflows/course.ts'
import { refusalInWords } from '../../workflows/steps.ts'
import type { ChosenProtocol, ProtocolStage } from './protocol.ts'

/** What the course of a challenge goes by. */
export interface ChallengeCourseFacts {
  route: string
  raisedOn: PlainDate
  resolvedOn: PlainDate | null
  withdrawnOn: PlainDate | null
}

/** What a stage of a challenge says. */
export interface StageFacts {
  step: string | null
  startedOn: PlainDate
  skippedWhy: string | null
}

/** Something wrong with a stage. `index`: its place in the list. */
export interface StageFault {
  index: number
  column: 'step' | 'skippedWhy' | 'startedOn'
  /** To be read after the value. */
  reason: string
}

/** Whether challenges made so begin informally: an alert, or an informal word. */
export const beginsInformally = (route: string): boolean => route === 'INFORMAL' || route === 'ALERT'

/**
 * The stage at which a challenge begins unless said otherwise: for INFORMAL and ALERT the informal one that is named as
 * the route, else the first; for others the first formal one.
 */
export function firstStage({ stages }: Pick<ChosenProtocol, 'stages'>, route: string): ProtocolStage | undefined {
  if (!beginsInformally(route)) return stages.find(({ isFormal }) => isFormal)
  const informal = stages.filter(({ isFormal }) => !isFormal)
  return informal.find(({ key }) => key === route.toLowerCase()) ?? informal[0] ?? stages[0]
}

/** The key of each stage gone through: where a row names none, the first for the route, then the next. Null where there is no next. */
export function stepsOf(protocol: ChosenProtocol, route: string, rows: readonly StageFacts[]): (string | null)[] {
  const keys: (string | null)[] = []
  for (const [index, { step }] of rows.entries()) {
    keys.push(step ?? (index === 0 ? firstStage(protocol, route)?.key : next(protocol, keys[index - 1])) ?? null)
  }
  return keys
}

function next({ stages }: ChosenProtocol, key: string | null | undefined): string | undefined {
  const at = stages.findIndex((stage) => stage.key === key)
  return at === -1 ? undefined : stages[at + 1]?.key
}

/**
 * What can't be of the stages that a challenge is said to have gone through: a step that the protocol does not have, one
 * that goes back, stages jumped without a reason. The rows are in their order.
 */
export function impossibleStages(
  protocol: ChosenProtocol,
  { route }: Pick<ChallengeCourseFacts, 'route'>,
  rows: readonly StageFacts[],
): StageFault[] {
  const keys = stepsOf(protocol, route, rows)
  const known = protocol.stages.map(({ key }) => key)
  const unknown = keys.flatMap((key, index): StageFault[] => {
    if (key === null && rows[index]?.step === null)
      return [{ index, column: 'step', reason: 'is blank though no stage comes after the one before' }]
    if (key !== null && known.includes(key)) return []
    return [{ index, column: 'step', reason: `is no stage of the protocol: ${known.join(', ')}` }]
  })
  if (unknown.length > 0) return unknown
  return [...faultsOfFirst(protocol, route, rows[0], keys[0] ?? ''), ...faultsOfLater(protocol, rows, keys)]
}

/** A challenge may begin further on than its route says where a reason is given; with Cafcass at any time. */
function faultsOfFirst(
  protocol: ChosenProtocol,
  route: string,
  first: StageFacts | undefined,
  key: string,
): StageFault[] {
  const { stages } = protocol
  const at = stages.findIndex((stage) => stage.key === key)
  const stage = stages[at]
  const expected = firstStage(protocol, route)
  if (!first || !stage || !expected || stage.isCafcass || first.skippedWhy?.trim()) return []
  const isFurther = at > stages.indexOf(expected) && !(beginsInformally(route) && !stage.isFormal)
  return isFurther
    ? [{ index: 0, column: 'skippedWhy', reason: `is blank though the challenge began past “${expected.label}”` }]
    : []
}

function faultsOfLater(
  protocol: ChosenProtocol,
  rows: readonly StageFacts[],
  keys: readonly (string | null)[],
): StageFault[] {
  const [first] = rows
  const start = keys[0]
  if (!first || !start) return []
  const beginning = { state: start, on: first.startedOn, event: '' }
  return impossibleSteps(protocol.workflow, beginning, movesOf(protocol, rows, keys)).flatMap(
    ({ index, refusal }): StageFault[] => {
      // That stages follow each other in time is the register's own rule.
      if (refusal.code === 'before_the_last') return []
      if (refusal.code === 'facts_missing')
        return [
          { index: index + 1, column: 'skippedWhy', reason: 'is blank though a stage of the protocol was skipped' },
        ]
      if (refusal.code === 'not_from_here' || refusal.code === 'unknown')
        return [{ index: index + 1, column: 'step', reason: 'does not come after the stage before it in the protocol' }]
      return [{ index: index + 1, column: 'step', reason: `can’t be: ${refusalInWords(refusal)}` }]
    },
  )
}

/** The steps from each stage to the one after it. */
function movesOf(
  { stages }: ChosenProtocol,
  rows: readonly StageFacts[],
  keys: readonly (string | null)[],
): StepTaken[] {
  const placeOf = (key: string | null | undefined) => stages.findIndex((stage) => stage.key === key)
  return rows.slice(1).map(({ startedOn, skippedWhy }, index) => {
    const to = keys[index + 1] ?? ''
    const isNext = placeOf(to) === placeOf(keys[index]) + 1
    return { step: isNext ? nextTo(to) : skipTo(to), on: startedOn, given: { why: skippedWhy } }
  })
}

/**
 * How a challenge stands in its protocol on a day, its clocks of stages with it. Null where no stage is recorded by then,
 * or what is recorded does not begin in the protocol. The rows are in their order.
 */
export function courseOfChallenge(
  protocol: ChosenProtocol,
  challenge: ChallengeCourseFacts,
  rows: readonly StageFacts[],
  day: PlainDate,
  holidays: BankHolidays,
): Course | null {
  const keys = stepsOf(protocol, challenge.route, rows)
  const [first] = rows
  const stage = protocol.stages.find(({ key }) => key === keys[0])
  if (!first || !stage || isAfter(first.startedOn, day)) return null
  const { resolvedOn, withdrawnOn } = challenge
  const ending: StepTaken[] = resolvedOn
    ? [{ step: 'resolved', on: resolvedOn }]
    : withdrawnOn
      ? [{ step: 'withdrawn', on: withdrawnOn }]
      : []
  const beginning = { state: stage.key, on: first.startedOn, event: `coming to “${stage.label}”` }
  const history = [...movesOf(protocol, rows, keys), ...ending]
  return courseOn(protocol.workflow, beginning, history, day, holidays)
}
