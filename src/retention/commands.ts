import { type RoomCommand, authorityOption } from '../house/command.ts'

/** The command of this room. */
export const retentionCommands: readonly RoomCommand[] = [
  {
    name: 'retention',
    summary:
      'List the records, messages, links and entries of the log that have been kept for their time, and delete them when told to',
    options: [
      authorityOption,
      { flags: '--as-at <date>', summary: 'the day to look from (default: today)' },
      { flags: '--delete', summary: 'delete what is listed, for good: only what is past its time today' },
      { flags: '--format <format>', summary: 'table or json (default: table)' },
    ],
    example: 'footprint retention --authority Westminster',
    order: 175,
    load: async (line) => (await import('./cli/run.ts')).runRetention(line),
  },
]
