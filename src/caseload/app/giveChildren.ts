import { caseloadPermissions } from '../permissions.ts'
import type { HandoverFact } from '../../officers/registers/handovers.ts'
import type { World } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { maySee } from '../../world/visibility.ts'
import { type Asking, seenChild } from '../../access/app/asking.ts'
import { changeRecords } from '../../access/app/changeRecords.ts'
import type { Decision, RowsDecided } from '../../registers/app/changeByHand.ts'
import { type Terms, giveChildren } from '../domain/allocation.ts'
import type { NewAllocation } from '../domain/allocationStep.ts'
import type { Standing } from '../domain/standing.ts'
import type { AllocationProblem } from '../domain/allocationProblems.ts'
import { isKnown } from '../../children/domain/watched.ts'
import { caseloadWorld } from './caseloadWorld.ts'
import { type DraftedLetters, draftLetters } from './draftLetters.ts'
import type { CaseloadDeps } from './ports.ts'
import {
  allocationRow,
  asItStands,
  handoverRow,
  letterRegisters,
  standingIn,
  standingRegisters,
  tieRow,
} from './rows.ts'

/** What is asked of giving children to officers: each their first, or another from the same day on. */
export interface AllocationsAsked extends Asking {
  newAllocations: readonly NewAllocation[]
  day: PlainDate | null
  reason: string
  note: string
  apartReason: string
}

/** What became of it. */
export type AllocationOutcome =
  | { problems: readonly AllocationProblem[] }
  /** How many letters were drafted, and for which children none could be. */
  | { problems: readonly []; letters: number; notWritten: readonly string[] }

/**
 * Gives children to officers, with drafts of letters to the children, or does neither. Changes nothing unless there is no
 * problem; null where one of the children is not there for the user.
 */
export type GiveChildren = (asked: AllocationsAsked) => Promise<AllocationOutcome | null>

interface Decided extends RowsDecided {
  /** The changes of officer that children are written to about; of a first officer too. */
  changes: readonly HandoverFact[]
}

export function makeGiveChildren(deps: CaseloadDeps): GiveChildren {
  const { seenWorlds, visibleChildrenOf, today } = deps
  return async ({ newAllocations, day, reason, note, apartReason, ...asking }) => {
    const visible = await visibleChildrenOf(asking.by, caseloadPermissions.manageAllocations)
    const world = await caseloadWorld(
      seenWorlds(asking.by, caseloadPermissions.manageAllocations),
      asking.authority.code,
      today(),
    )
    for (const { child } of newAllocations) {
      if (!maySee(visible, child) || !(await isThere(child, world, deps, asking))) return null
    }
    const terms: Terms = {
      day,
      reason,
      note,
      apartReason,
      today: today(),
      maySee: (child) => maySee(visible, child),
    }
    const isHandover = newAllocations.some(({ replaces }) => replaces)
    const children = newAllocations.map(({ child }) => child)
    const outcome = await changeRecords<AllocationProblem, Decided, DraftedLetters>(deps, asking, {
      what: isHandover ? 'handed children over' : 'gave a child an officer',
      registers: [...new Set([...standingRegisters, ...letterRegisters])],
      logged: () => ({ what: loggedAs(children, isHandover), children }),
      decide: (rows) => decide(standingIn(rows), newAllocations, terms),
      tell: (unit, { changes }, rows) => draftLetters(deps, unit, asking, asItStands(world, rows), changes),
    })
    return 'problems' in outcome ? outcome : { problems: [], ...outcome.result }
  }
}

function decide(
  standing: Standing,
  newAllocations: readonly NewAllocation[],
  terms: Terms,
): Decision<AllocationProblem, Decided> {
  const given = giveChildren(standing, newAllocations, terms)
  if ('problems' in given) return given
  const first = given.allocations.flatMap(({ child, officerId, from }) =>
    newAllocations.some((one) => one.child === child && !one.replaces)
      ? [{ child, on: from, fromOfficer: '', toOfficer: officerId, reason: '', note: null, undoneOn: null }]
      : [],
  )
  return {
    rows: [...given.allocations.map(allocationRow), ...given.ties.map(tieRow), ...given.handovers.map(handoverRow)],
    changes: [...given.handovers, ...first],
  }
}

function loggedAs(children: readonly string[], isHandover: boolean): string {
  if (!isHandover) return 'gave the child an officer'
  return children.length === 1 ? 'handed the child over' : 'handed children over'
}

/** Most children are in the world of the last twelve months; of the others everything ever known is asked. */
const isThere = async (child: string, world: World, deps: CaseloadDeps, asking: Asking): Promise<boolean> =>
  isKnown(world, child) || (await seenChild(deps, asking, caseloadPermissions.manageAllocations, child)) !== null
