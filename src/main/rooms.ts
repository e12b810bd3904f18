import { bookingRoom } from '../booking/room.ts'
import { caseloadRoom } from '../caseload/room.ts'
import { childrenRoom } from '../children/room.ts'
import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { officersRoom } from '../officers/room.ts'
import { participationRoom } from '../participation/room.ts'
import type { Register } from '../registers/register.ts'
import { reviewsRoom } from '../reviews/room.ts'

/** Every room that hands something over, in the order in which pages show it. */
export const rooms: readonly Room<World>[] = [
  officersRoom,
  childrenRoom,
  reviewsRoom,
  participationRoom,
  bookingRoom,
  caseloadRoom,
]

/** The registers of these rooms, those before others that refer to them. */
export const registersOf = (all: readonly Room<World>[]): readonly Register[] =>
  all.flatMap(({ registers = [] }) => registers)

/** Every register that is kept. */
export const allRegisters = registersOf(rooms)
