import { impossibleSteps } from '../../workflows/course.ts'
import { refusalInWords } from '../../workflows/steps.ts'
import type { ChosenProtocol } from './protocol.ts'
import { type ChallengeCourseFacts, type StageFacts, beginsInformally, firstStage, stepsOf, movesOf } from './course.ts'

/** Something wrong with a stage. `index`: its place in the list. */
export interface StageFault {
  index: number
  column: 'step' | 'skippedWhy' | 'startedOn'
  /** To be read after the value. */
  reason: string
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
