import type { AllocationFact, FamilyTieFact, HandoverFact } from '../../children/domain/registers.ts'
import { family, familyTieFact } from '../../children/registers/family.ts'
import { allocationFact, allocations } from '../../officers/registers/allocations.ts'
import { handovers } from '../../officers/registers/handovers.ts'
import { officerFact, officers } from '../../officers/registers/officers.ts'
import { type Rows, keeping } from '../../registers/app/changeByHand.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import type { Standing } from '../domain/allocation.ts'

/** The registers that say whose child is whose. */
export const standingRegisters = [officers, allocations, family] as const

/** What decides whose child someone may become, as it stands now. */
export const standingIn = (rows: Rows): Standing => ({
  officers: rows(officers).map(officerFact),
  allocations: rows(allocations).map(allocationFact),
  ties: rows(family).map(familyTieFact),
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
