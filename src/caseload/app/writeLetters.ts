import { caseloadPermissions } from '../permissions.ts'
import { recordsOf } from '../../world/world.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { hasDays } from '../../officers/domain/allocations.ts'
import { handovers, type HandoverFact } from '../../officers/registers/handovers.ts'
import { type Asking, seenChild } from '../../access/app/asking.ts'
import { changeRecords } from '../../access/app/changeRecords.ts'
import type { World } from '../../children/domain/world.ts'
import { compareDates } from '../../kernel/dates.ts'
import type { RowsDecided } from '../../registers/app/changeByHand.ts'
import { type DraftedLetters, draftLetters } from './draftLetters.ts'
import type { CaseloadDeps } from './ports.ts'
import { asItStands, letterRegisters } from './rows.ts'

/**
 * Drafts the letters on the latest change of a child's officer, where there were none then: nobody was entered to write to.
 * Null where the child is not there for the user, or has no officer.
 */
export type WriteLetters = (asked: Asking & { child: string }) => Promise<DraftedLetters | null>

interface Decided extends RowsDecided {
  world: World
  change: HandoverFact
}

export function makeWriteLetters(deps: CaseloadDeps): WriteLetters {
  return async ({ child, ...asking }) => {
    const seen = await seenChild(deps, asking, caseloadPermissions.manageAllocations, child)
    if (!seen) return null
    const outcome = await changeRecords<{ code: 'no_officer' }, Decided, DraftedLetters>(deps, asking, {
      what: 'drafted letters to a child',
      registers: letterRegisters,
      logged: () => ({ what: 'drafted letters to the child', children: [child] }),
      decide: (rows) => {
        const world = asItStands(seen.world, rows)
        const change = latestChange(world, child)
        return change ? { rows: [], world, change } : { problems: [{ code: 'no_officer' }] }
      },
      tell: (unit, { world, change }) => draftLetters(deps, unit, asking, world, [change]),
    })
    return 'problems' in outcome ? null : outcome.result
  }
}

function latestChange(world: World, child: string): HandoverFact | null {
  const latest = recordsOf(world, allocations)
    .filter((one) => one.child === child && hasDays(one))
    .sort((a, b) => compareDates(a.from, b.from))
    .at(-1)
  if (!latest) return null
  const handover = recordsOf(world, handovers).find(
    (one) => one.child === child && one.undoneOn === null && compareDates(one.on, latest.from) === 0,
  )
  return (
    handover ?? {
      child,
      on: latest.from,
      fromOfficer: '',
      toOfficer: latest.officerId,
      reason: '',
      note: null,
      undoneOn: null,
    }
  )
}
