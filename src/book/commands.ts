import { type RoomCommand, authorityOption, knownAtOption } from '../house/command.ts'

/** The commands of this room. */
export const bookCommands: readonly RoomCommand[] = [
  {
    name: 'book',
    summary: 'The performance book of a month: the month, the year to date, twelve months rolling, the last day',
    options: [
      authorityOption,
      { flags: '--month <month>', summary: '2023-03: the days of March 2023, and up to its last', isRequired: true },
      { flags: '--out <folder>', summary: 'the folder to write it into', isRequired: true },
      { flags: '--by <whom>', summary: 'one or more of service, team, officer (default: all of them)' },
      { flags: '--format <formats>', summary: 'one or more of html, xlsx, ods, csv, json (default: html,xlsx)' },
      knownAtOption,
    ],
    example: 'footprint book --authority Westminster --month 2023-03 --out book --by service,team,officer',
    order: 85,
    load: async (line) => (await import('./cli/run.ts')).runBook(line),
  },
]
