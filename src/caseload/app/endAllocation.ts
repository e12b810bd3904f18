import type { PlainDate } from '../../kernel/dates.ts'
import { changeByHand } from '../../registers/app/changeByHand.ts'
import { endAllocation } from '../domain/allocation.ts'
import type { AllocationProblem } from '../domain/allocationProblems.ts'
import { isKnown, workOf } from '../domain/work.ts'
import type { Acting, CaseloadDeps } from './ports.ts'
import { allocationRow, standingIn, standingRegisters } from './rows.ts'

/** Ends a child's allocation where care has ended; null where the child is not there for whoever asks. */
export type EndAllocation = (
  asked: Acting & { child: string; day: PlainDate | null; replaces: string },
) => Promise<readonly AllocationProblem[] | null>

export function makeEndAllocation({ store, seenWorlds, today }: CaseloadDeps): EndAllocation {
  return async ({ by, authority, child, day, replaces }) => {
    const world = await seenWorlds(by, 'allocations.manage').ofChild(authority.code, child, today(), null)
    if (!isKnown(world, child)) return null
    const isOurs = day !== null && workOf(world, child, day) !== null
    const what = 'ended an allocation'
    return changeByHand<AllocationProblem>(
      store,
      { authority, by: by.personId, what, registers: standingRegisters },
      (rows) => {
        const ended = endAllocation(standingIn(rows), { child, day, replaces, isOurs })
        return 'problems' in ended ? ended : { rows: ended.allocations.map(allocationRow) }
      },
    )
  }
}
