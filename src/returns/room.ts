import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { returnsPermissions } from './permissions.ts'
import { dataSection } from './sections.ts'

/** Returns and registers that are imported. */
export const returnsRoom: Room<World> = {
  name: 'returns',
  permissions: returnsPermissions,
  sections: [dataSection],
}
