import { rooms } from './rooms.ts'

/**
 * The commands of every room. In the bundle each room's `commands.ts` stands here in place of all that rooms hand over
 * (`scripts/bundle.ts`): a command that opens no house starts in a third of the time.
 */
export const roomCommands = rooms.flatMap(({ commands = [] }) => commands)
