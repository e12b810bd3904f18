import { type Port, port, service } from '../house/house.ts'
import { namedOnOf, registersOf } from '../house/joined.ts'
import type { Room } from '../house/room.ts'
import { registerStoreOf, settingsStoreOf } from '../house/services.ts'
import { readOnce } from '../platform/oneReading.ts'
import { makeRegistersReader } from '../world/app/registersReader.ts'
import { joinClocks } from '../world/deadlines.ts'
import type { RecordStore } from './app/ports.ts'
import { makeWorlds } from './app/worlds.ts'
import type { World } from './domain/world.ts'

/** The rooms of the house. */
export const roomsPort: Port<readonly Room<World>[]> = port('its rooms')

/** Where the records of children are. */
export const recordsPort: Port<RecordStore> = port('the records of children')

/** The clocks of every room. */
export const clocksIn = service((house) => {
  const rooms = roomsPort.of(house)
  return joinClocks(
    rooms.flatMap(({ clocks }) => clocks ?? []),
    registersOf(rooms),
  )
})

/** The registers of an authority, read. */
export const registersReaderOf = service((house) =>
  makeRegistersReader(registerStoreOf(house), registersOf(roomsPort.of(house)), house.budget),
)

/** The worlds of an authority, with everyone in them. Pages are given those that the user may see. */
export const worldsOf = service((house) => {
  const worlds = makeWorlds(
    recordsPort.of(house),
    settingsStoreOf(house).read,
    house.holidays,
    clocksIn(house),
    registersReaderOf(house),
    namedOnOf(roomsPort.of(house)),
    house.budget,
  )
  // Every panel of a child's page asks for the child, and no world of one child is remembered from page to page.
  return { ...worlds, ofChild: readOnce(worlds.ofChild) }
})
