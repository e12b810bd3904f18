import type { World } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { maySee } from '../../world/visibility.ts'
import { handovers, type HandoverFact } from '../../officers/registers/handovers.ts'
import { changeByHand } from '../../registers/app/changeByHand.ts'
import { type Giving, type Terms, giveChildren } from '../domain/allocation.ts'
import type { AllocationProblem } from '../domain/allocationProblems.ts'
import { isKnown } from '../domain/work.ts'
import { caseloadWorld } from './caseloadWorld.ts'
import { draftLetters } from './draftLetters.ts'
import type { Acting, CaseloadDeps } from './ports.ts'
import { allocationRow, handoverRow, standingIn, standingRegisters, tieRow } from './rows.ts'

/** What is asked of giving children to officers: each their first, or another from the same day on. */
export interface GivingAsked extends Acting {
  givings: readonly Giving[]
  day: PlainDate | null
  reason: string
  note: string
  apartReason: string
}

/** What became of it. */
export type GivingOutcome =
  | { problems: readonly AllocationProblem[] }
  /** How many letters were drafted, and for which children none could be. */
  | { problems: readonly []; letters: number; notWritten: readonly string[] }

/**
 * Gives children to officers. Changes nothing unless there is no problem; null where one of the children is not there for
 * whoever asks. Letters to the children are drafted once that is stored.
 */
export type GiveChildren = (asked: GivingAsked) => Promise<GivingOutcome | null>

export function makeGiveChildren(deps: CaseloadDeps): GiveChildren {
  const { store, seenWorlds, sightOf, today } = deps
  return async ({ by, authority, givings, day, reason, note, apartReason }) => {
    const sight = await sightOf(by, 'allocations.manage')
    const world = await caseloadWorld(seenWorlds(by, 'allocations.manage'), authority.code, today())
    for (const { child } of givings) {
      if (!maySee(sight, child) || !(await isThere(child, world, deps, { by, authority }))) return null
    }
    const terms: Terms = {
      day,
      reason,
      note,
      apartReason,
      today: today(),
      maySee: (child) => maySee(sight, child),
    }
    let first: HandoverFact[] = []
    let handed: readonly HandoverFact[] = []
    const change = {
      authority,
      by: by.personId,
      what: givings.some(({ replaces }) => replaces) ? 'handed children over' : 'gave a child an officer',
      registers: [...standingRegisters, handovers],
    }
    const problems = await changeByHand<AllocationProblem>(store, change, (rows) => {
      const given = giveChildren(standingIn(rows), givings, terms)
      if ('problems' in given) return given
      handed = given.handovers
      first = given.allocations.flatMap(({ child, officerId, from }) =>
        givings.some((giving) => giving.child === child && !giving.replaces)
          ? [{ child, on: from, fromOfficer: '', toOfficer: officerId, reason: '', note: null }]
          : [],
      )
      return {
        rows: [...given.allocations.map(allocationRow), ...given.ties.map(tieRow), ...given.handovers.map(handoverRow)],
      }
    })
    if (problems.length > 0) return { problems }
    return { problems: [], ...(await draftLetters(deps, { by, authority }, [...handed, ...first])) }
  }
}

/** Most children are in the world of the last twelve months; of the others everything ever known is asked. */
async function isThere(
  child: string,
  world: World,
  { seenWorlds, today }: CaseloadDeps,
  { by, authority }: Acting,
): Promise<boolean> {
  if (isKnown(world, child)) return true
  return isKnown(await seenWorlds(by, 'allocations.manage').ofChild(authority.code, child, today(), null), child)
}
