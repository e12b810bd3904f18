import type { Seeing } from '../../access/app/asking.ts'
import type { Changing } from '../../access/app/changeRecords.ts'
import type { VisibleChildrenOf } from '../../access/app/visibleChildren.ts'
import type { Register } from '../../registers/register.ts'
import type { Outbox } from '../../messages/app/ports.ts'

/** What the use cases of officers and allocations work with. */
export interface CaseloadDeps extends Changing, Seeing {
  visibleChildrenOf: VisibleChildrenOf
  /** Every register of every room: what may have been recorded since a handover. */
  allRegisters: readonly Register[]
  /** Where drafts of letters go; null where messages are not set up. */
  outbox: Pick<Outbox, 'put' | 'withdraw' | 'ofChild'> | null
}
