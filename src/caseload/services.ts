import { accessServices } from '../access/services.ts'
import { roomsPort } from '../children/services.ts'
import { type Port, port, service } from '../house/house.ts'
import { registersOf } from '../house/joined.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { outboxPort } from '../messages/services.ts'
import { makeCaseload } from './app/caseload.ts'
import type { SheetOfOfficer } from './app/ports.ts'

/** What an officer wrote about themselves for children, which a room above keeps. */
export const sheetOfOfficerPort: Port<SheetOfOfficer> = port('what an officer wrote about themselves')

/** Officers, and whose child is whose, as on a day. */
export const caseloadServices = service((house) => {
  const { changing, visibleChildrenOf, seenWorlds } = accessServices(house)
  const outbox = outboxPort.of(house)
  const allRegisters = registersOf(roomsPort.of(house))
  return {
    caseloadOn: (today: () => PlainDate) =>
      makeCaseload({
        ...changing,
        visibleChildrenOf,
        seenWorlds,
        outbox,
        today,
        allRegisters,
        sheetOf: sheetOfOfficerPort.of(house),
      }),
  }
})
