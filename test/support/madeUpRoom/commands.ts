import { type RoomCommand, authorityOption } from '../../../src/house/command.ts'

/** The commands of this room. */
export const libraryCommands: readonly RoomCommand[] = [
  {
    name: 'library',
    summary: 'How many people may see the library',
    options: [authorityOption],
    example: 'footprint library --authority Westminster',
    order: 95,
    load: async (line) => (await import('./run.ts')).runReaders(line),
  },
]
