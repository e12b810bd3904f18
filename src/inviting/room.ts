import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { invitingKinds } from './messageKinds.ts'
import { invitingPermissions } from './permissions.ts'

/** Whom to invite to a review, and what each was told. */
export const invitingRoom: Room<World> = {
  name: 'inviting',
  permissions: invitingPermissions,
  messageKinds: invitingKinds,
  provides: async () => (await import('./provides.ts')).invitingProvides,
  onServer: async (server) => (await import('./server.ts')).invitingOnServer(server),
}
