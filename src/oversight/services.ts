import { accessServices } from '../access/services.ts'
import { roomsPort } from '../children/services.ts'
import { service } from '../house/house.ts'
import { registersOf } from '../house/joined.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { makeWriteRow } from './app/writeRow.ts'

/** What is written down of a child by hand, on a day. */
export const oversightServices = service((house) => {
  const { changing, seenWorlds } = accessServices(house)
  return {
    writeRowOn: (today: () => PlainDate) =>
      makeWriteRow({ ...changing, seenWorlds, today, all: registersOf(roomsPort.of(house)) }),
  }
})
