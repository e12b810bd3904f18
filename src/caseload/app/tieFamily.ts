import { changeByHand } from '../../registers/app/changeByHand.ts'
import { type FamilyProblem, type TieEntry, tieOf } from '../domain/family.ts'
import { isKnown } from '../domain/work.ts'
import type { Acting, CaseloadDeps } from './ports.ts'
import { standingIn, standingRegisters, tieRow } from './rows.ts'

/** Enters that two children are of one family. Null where the child is not there for whoever asks. */
export type TieFamily = (asked: Acting & Omit<TieEntry, 'relativeIsKnown'>) => Promise<readonly FamilyProblem[] | null>

export function makeTieFamily({ store, seenWorlds, today }: CaseloadDeps): TieFamily {
  return async ({ by, authority, ...entry }) => {
    const worlds = seenWorlds(by, 'allocations.manage')
    const isThere = async (child: string) =>
      child !== '' && isKnown(await worlds.ofChild(authority.code, child, today(), null), child)
    if (!(await isThere(entry.child))) return null
    const relativeIsKnown = await isThere(entry.relative)
    return changeByHand<FamilyProblem>(
      store,
      { authority, by: by.personId, what: 'entered a family tie', registers: standingRegisters },
      (rows) => {
        const tie = tieOf(standingIn(rows), { ...entry, relativeIsKnown }, today())
        return 'problems' in tie ? tie : { rows: [tieRow(tie)] }
      },
    )
  }
}
