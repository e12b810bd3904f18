import { allocations } from '../../officers/registers/allocations.ts'
import { handovers } from '../../officers/registers/handovers.ts'
import { recordsOf } from '../../world/world.ts'
import { compareDates } from '../../kernel/dates.ts'
import { isKnown } from '../domain/work.ts'
import { type DraftedLetters, draftLetters } from './draftLetters.ts'
import type { Acting, CaseloadDeps } from './ports.ts'

/**
 * Drafts the letters on the latest change of a child's officer, where they were not drafted then: nobody was entered to
 * write to, or the computer stopped in between. Null where the child is not there for whoever asks, or has no officer.
 */
export type WriteLetters = (asked: Acting & { child: string }) => Promise<DraftedLetters | null>

export function makeWriteLetters(deps: CaseloadDeps): WriteLetters {
  return async ({ by, authority, child }) => {
    const { seenWorlds, today } = deps
    const world = await seenWorlds(by, 'allocations.manage').ofChild(authority.code, child, today(), null)
    if (!isKnown(world, child)) return null
    const allAllocations = recordsOf(world, allocations)
    const allHandovers = recordsOf(world, handovers)
    const latest = allAllocations
      .filter((one) => one.child === child)
      .sort((a, b) => compareDates(a.from, b.from))
      .at(-1)
    if (!latest) return null
    const handover = allHandovers.find((one) => one.child === child && compareDates(one.on, latest.from) === 0)
    const first = { child, on: latest.from, fromOfficer: '', toOfficer: latest.officerId, reason: '', note: null }
    return draftLetters(deps, { by, authority }, [handover ?? first])
  }
}
