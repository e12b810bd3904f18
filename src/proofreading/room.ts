import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { proofreadingCommands } from './commands.ts'

/** Checks of what a report says. */
export const proofreadingRoom: Room<World> = {
  name: 'proofreading',
  commands: proofreadingCommands,
}
