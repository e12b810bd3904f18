import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { helpSettings } from './settings.ts'

/** Help, and the notices that a public body must publish. */
export const helpRoom: Room<World> = {
  name: 'help',
  settings: helpSettings,
  footer: [
    { text: 'Help', path: '/help' },
    { text: 'Accessibility statement', path: '/accessibility-statement' },
    { text: 'Privacy notice', path: '/privacy-notice' },
    { text: 'Who to ask', path: '/who-to-ask' },
  ],
  onServer: async (server) => (await import('./server.ts')).helpOnServer(server),
}
