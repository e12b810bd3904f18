import type { Seeing } from '../../access/app/asking.ts'
import type { Changing } from '../../access/app/changeRecords.ts'
import type { VisibleChildrenOf } from '../../access/app/visibleChildren.ts'
import type { Register } from '../../registers/register.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import type { Unit } from '../../platform/unitOfWork.ts'

/**
 * The paragraphs that an officer wrote about themselves for the children whose officer they are, as it stands in the unit;
 * null where nothing.
 */
export type SheetOfOfficer = (unit: Unit, officerId: string) => Promise<readonly string[] | null>

/** What the use cases of officers and allocations work with. */
export interface CaseloadDeps extends Changing, Seeing {
  visibleChildrenOf: VisibleChildrenOf
  /** Every register of every room: what may have been recorded since a handover. */
  allRegisters: readonly Register[]
  /** Where drafts of letters go; null where messages are not set up. */
  outbox: Pick<Outbox, 'put' | 'withdraw' | 'ofChild'> | null
  sheetOf: SheetOfOfficer
}
