import { participationPermissions } from './permissions.ts'
import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { choices } from './registers/choices.ts'
import { contacts } from './registers/contacts.ts'

/** The people involved with a child, and how the child wants reviews to be. */
export const participationRoom: Room<World> = {
  name: 'participation',
  permissions: participationPermissions,
  registers: [contacts, choices],
  onServer: async (server) => (await import('./server.ts')).participationOnServer(server),
}
