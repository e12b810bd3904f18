import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { type PlainDate, isAfter } from '../../kernel/dates.ts'
import { nextTo, skipTo } from '../../workflows/procedure.ts'
import { type Course, type StepTaken, courseOn } from '../../workflows/course.ts'
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

/** The steps from each stage to the one after it. */
export function movesOf(
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
