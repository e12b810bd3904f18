import { family, type FamilyTieFact } from '../../children/registers/family.ts'
import { allocations, type AllocationFact } from '../../officers/registers/allocations.ts'
import { handovers, type HandoverFact } from '../../officers/registers/handovers.ts'
import { officerRequests } from '../../officers/registers/officerRequests.ts'
import { officers } from '../../officers/registers/officers.ts'
import type { World } from '../../children/domain/world.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import { type Rows, keeping } from '../../registers/app/changeByHand.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import { rowsOf } from '../../registers/people.ts'
import type { Standing } from '../domain/standing.ts'

/** The registers that say whose child is whose. */
export const standingRegisters = [officers, allocations, family] as const

/** What decides whose child someone may become, as it stands now. */
export const standingIn = (rows: Rows): Standing => ({
  officers: rows(officers),
  allocations: rows(allocations),
  ties: rows(family),
})

/** The registers that letters on a change of officer are written from. */
export const letterRegisters = [officers, allocations, handovers, officerRequests, contacts] as const

/** A world with what these registers say in a unit of work. */
export const asItStands = (world: World, { stored }: Rows): World => ({
  ...world,
  registers: new Map([...world.registers, ...rowsOf(letterRegisters)(stored)]),
})

export const allocationRow = (allocation: AllocationFact): RowToKeep => keeping(allocations, allocation)

export const tieRow = (tie: FamilyTieFact): RowToKeep => keeping(family, tie)

export const handoverRow = (handover: HandoverFact): RowToKeep => keeping(handovers, handover)
