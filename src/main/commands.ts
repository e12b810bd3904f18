import type { World } from '../children/domain/world.ts'
import type { CommandLine, RoomCommand } from '../house/command.ts'
import { registersOf, settingsIn } from '../house/joined.ts'
import type { Room } from '../house/room.ts'
import type { Command } from '../platform/cli/command.ts'
import { roomCommands } from './roomCommands.ts'

/** What the words that several commands begin with are for. */
export const groups = {
  import: 'Import data',
  export: 'Write data out again',
  registers: 'The service’s own registers',
  validate: 'Check data, without a database',
  people: 'Who may sign in',
  audit: 'The log of who looked at which record',
}

/** The commands of the installation as a whole. */
const ofTheHouse: readonly (Command & { order: number })[] = [
  {
    name: 'serve',
    summary: 'The web application. For this computer only, unless people sign in (see the operator’s guide).',
    options: [
      { flags: '--port <number>', summary: 'the port to listen on (default: 3000)' },
      { flags: '--host <address>', summary: 'the address to listen on, where people sign in (default: 127.0.0.1)' },
    ],
    example: 'footprint serve --port 3000',
    load: async () => (await import('./commands/serve.ts')).runServe,
    order: 100,
  },
  {
    name: 'demo',
    summary: 'The web application on a made-up authority, with returns up to today. No child in it is real.',
    options: [{ flags: '--port <number>', summary: 'the port to listen on (default: 3000)' }],
    example: 'footprint demo',
    load: async () => (await import('./commands/demo.ts')).runDemo,
    order: 110,
  },
  {
    name: 'make-up',
    summary: 'Write the returns of a made-up authority, the same for the same seed. Needs no database.',
    options: [
      { flags: '--children <number>', summary: 'how many children it looks after at a time, about', isRequired: true },
      { flags: '--from <year>', summary: 'the first year, like 2022-23', isRequired: true },
      { flags: '--to <year>', summary: 'the last year (default: the first)' },
      { flags: '--until <date>', summary: 'the last day that the last year’s return knows of (default: 31 March)' },
      {
        flags: '--out <folder>',
        summary: 'the folder to write them into, each year in one of its own',
        isRequired: true,
      },
      { flags: '--seed <number>', summary: 'another number makes other children (default: 1)' },
      {
        flags: '--history <extent>',
        summary: 'year_only, as real returns, or carried: with all that led up to the year (default: year_only)',
      },
      { flags: '--oddities <kinds>', summary: 'what to put wrong on purpose: all, or kinds with commas between them' },
      { flags: '--odd-share <share>', summary: 'with which share of the children, from 0 to 1 (default: 0.05)' },
      { flags: '--registers', summary: 'write the service’s registers too, as they are on the last day' },
      { flags: '--format <format>', summary: 'csv or xml (default: csv)' },
    ],
    example: 'footprint make-up --children 300 --from 2022-23 --to 2025-26 --seed 7 --out made-up --oddities all',
    load: async () => (await import('./commands/demo.ts')).runMakeUp,
    order: 120,
  },
  {
    name: 'migrate',
    summary: 'Bring the database’s tables up to date. Every command does so where its user may.',
    options: [],
    example: 'FOOTPRINT_DATABASE_OWNER_URL=postgresql://owner@host/footprint footprint migrate',
    load: async () => (await import('./commands/migrate.ts')).runMigrate,
    order: 170,
  },
]

/**
 * These commands of rooms, and those of the installation. What each runs is loaded only when it runs, and so is what rooms
 * hand over, by `loadRooms`: to describe it takes longer than many a command.
 */
export function commandsOf(
  ofRooms: readonly RoomCommand[],
  loadRooms: () => Promise<readonly Room<World>[]>,
): readonly Command[] {
  const line: CommandLine = {
    open: async (context) => (await (await import('./house.ts')).openHouse(context, await loadRooms())).house,
    registers: async () => registersOf(await loadRooms()),
    settings: async () => settingsIn(await loadRooms()),
  }
  const theirs = ofRooms.map(({ load, ...command }) => ({ ...command, load: () => load(line) }))
  return [...ofTheHouse, ...theirs].sort((a, b) => a.order - b.order)
}

/** Every command. */
export const commands = commandsOf(roomCommands, async () => (await import('./rooms.ts')).rooms)
