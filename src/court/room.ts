import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { courtDocuments } from './registers/courtDocuments.ts'
import { hearings } from './registers/hearings.ts'
import { proceedings } from './registers/proceedings.ts'

/** Care proceedings: papers, hearings and the guardian, as the IRO hears of them. */
export const courtRoom: Room<World> = {
  name: 'court',
  registers: [proceedings, courtDocuments, hearings],
}
