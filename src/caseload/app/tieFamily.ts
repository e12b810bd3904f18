import { caseloadPermissions } from '../permissions.ts'
import { type Asking, seenChild } from '../../access/app/asking.ts'
import { keepRecords } from '../../access/app/changeRecords.ts'
import { type FamilyProblem, type TieEntry, tieOf } from '../domain/family.ts'
import type { CaseloadDeps } from './ports.ts'
import { standingIn, standingRegisters, tieRow } from './rows.ts'

/** Enters that two children are of one family. Null where the child is not there for the user. */
export type TieFamily = (asked: Asking & Omit<TieEntry, 'isRelativeKnown'>) => Promise<readonly FamilyProblem[] | null>

export function makeTieFamily(deps: CaseloadDeps): TieFamily {
  return async ({ by, authority, ...entry }) => {
    const asking = { by, authority }
    const isThere = async (child: string) =>
      child !== '' && (await seenChild(deps, asking, caseloadPermissions.manageAllocations, child)) !== null
    if (!(await isThere(entry.child))) return null
    const isRelativeKnown = await isThere(entry.relative)
    return keepRecords<FamilyProblem>(deps, asking, {
      what: 'entered a family tie',
      registers: standingRegisters,
      logged: () => ({ what: 'entered someone of the child’s family', children: [entry.child] }),
      decide: (rows) => {
        const tie = tieOf(standingIn(rows), { ...entry, isRelativeKnown }, deps.today())
        return 'problems' in tie ? tie : { rows: [tieRow(tie)] }
      },
    })
  }
}
