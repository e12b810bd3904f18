import type { AllocationFact, FamilyTieFact, HandoverFact } from '../../children/domain/registers.ts'
import { family, familyTieFact } from '../../children/registers/family.ts'
import { allocationFact, allocations } from '../../officers/registers/allocations.ts'
import { handoverFact, handovers } from '../../officers/registers/handovers.ts'
import { officerRequestFact, officerRequests } from '../../officers/registers/officerRequests.ts'
import { officerFact, officers } from '../../officers/registers/officers.ts'
import type { World } from '../../children/domain/world.ts'
import { contactFact, contacts } from '../../participation/registers/contacts.ts'
import { type Rows, keeping } from '../../registers/app/changeByHand.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import { withVersionOf } from '../../registers/version.ts'
import type { Standing } from '../domain/allocation.ts'

/** The registers that say whose child is whose. */
export const standingRegisters = [officers, allocations, family] as const

/** What decides whose child someone may become, as it stands now. */
export const standingIn = (rows: Rows): Standing => ({
  officers: rows(officers).map(officerFact),
  allocations: rows(allocations).map((row) => withVersionOf(row, allocationFact(row))),
  ties: rows(family).map(familyTieFact),
})

/** The registers that letters on a change of officer are written from. */
export const letterRegisters = [officers, allocations, handovers, officerRequests, contacts] as const

/** A world with what these registers say in a unit of work. */
export const asItStands = (world: World, rows: Rows): World => ({
  ...world,
  registers: {
    ...world.registers,
    officers: rows(officers).map(officerFact),
    allocations: rows(allocations).map(allocationFact),
    handovers: rows(handovers).map(handoverFact),
    officerRequests: rows(officerRequests).map(officerRequestFact),
    contacts: rows(contacts).map(contactFact),
  },
})

export const allocationRow = ({ child, officerId, from, to }: AllocationFact): RowToKeep =>
  keeping(allocations, { child, officer_id: officerId, from, to })

export const tieRow = ({ child, relative, kind, apartReason }: FamilyTieFact): RowToKeep =>
  keeping(family, { child, relative, kind, apart_reason: apartReason })

export const handoverRow = (handover: HandoverFact): RowToKeep =>
  keeping(handovers, {
    child: handover.child,
    date: handover.on,
    from_officer: handover.fromOfficer,
    to_officer: handover.toOfficer,
    reason: handover.reason,
    note: handover.note,
  })
