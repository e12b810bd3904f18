import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { retentionCommands } from './commands.ts'
import { retentionSetting } from './settings.ts'

/** For how long records are kept, and their deletion after it. */
export const retentionRoom: Room<World> = {
  name: 'retention',
  settings: [retentionSetting],
  commands: retentionCommands,
}
