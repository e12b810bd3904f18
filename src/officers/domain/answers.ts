import { type Allocated, firstAllocatedOn } from '../../children/domain/allocations.ts'
import { careClocks } from '../../children/domain/clocks.ts'
import type { CareHistory } from '../../children/domain/history.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import type { ClockAnswer } from '../../clocks/source.ts'
import { rememberedFor, rememberedWhileSame } from '../../kernel/remember.ts'
import { allocationsKept } from './allocations.ts'

/** A room that knows nothing of a run. */
const knowsNothing: ClockAnswer = (run) => run

const answerFrom = rememberedFor((history: CareHistory) =>
  rememberedWhileSame((allocations: readonly Allocated[] | null): ClockAnswer => {
    if (allocations === null) return knowsNothing
    return (run) => {
      if (run.clock.id !== careClocks.iroAppointed.id) return run
      const on = firstAllocatedOn(allocations, run.startedBy.on, history.asAt)
      return { ...run, isSatisfactionRecorded: true, satisfiedBy: on && { what: 'an officer allocated', on } }
    }
  }),
)

/** Where allocations are kept here, they show whether an IRO was named in time. CLK-IRO-1. */
export function answerOfAllocations(world: World, child: string): ClockAnswer {
  const history = historyOf(world, child)
  return history ? answerFrom(history)(allocationsKept(world, child)) : knowsNothing
}
