import { caseloadPermissions } from '../permissions.ts'
import { type Asking, seenChild } from '../../access/app/asking.ts'
import { keepRecords } from '../../access/app/changeRecords.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { endAllocation } from '../domain/endAllocation.ts'
import type { AllocationProblem } from '../domain/allocationProblems.ts'
import { workOf } from '../domain/work.ts'
import type { CaseloadDeps } from './ports.ts'
import { allocationRow, standingIn, standingRegisters } from './rows.ts'

/** Ends a child's allocation where care has ended; null where the child is not there for the user. */
export type EndAllocation = (
  asked: Asking & { child: string; day: PlainDate | null; replaces: string },
) => Promise<readonly AllocationProblem[] | null>

export function makeEndAllocation(deps: CaseloadDeps): EndAllocation {
  return async ({ child, day, replaces, ...asking }) => {
    const seen = await seenChild(deps, asking, caseloadPermissions.manageAllocations, child)
    if (!seen) return null
    const isOurs = day !== null && workOf(seen.world, child, day) !== null
    return keepRecords<AllocationProblem>(deps, asking, {
      what: 'ended an allocation',
      registers: standingRegisters,
      logged: () => ({ what: 'ended the child’s allocation', children: [child] }),
      decide: (rows) => {
        const ended = endAllocation(standingIn(rows), { child, day, replaces, isOurs })
        return 'problems' in ended ? ended : { rows: ended.allocations.map(allocationRow) }
      },
    })
  }
}
