import { type RoomCommand, authorityOption, yearOption, asAtOption, knownAtOption } from '../house/command.ts'

/** The commands of this room. */
export const reportingCommands: readonly RoomCommand[] = [
  {
    name: 'report',
    summary: 'The annual report of a year, and the figures it is made of',
    options: [
      authorityOption,
      yearOption,
      { flags: '--out <folder>', summary: 'the folder to write it into', isRequired: true },
      {
        flags: '--format <formats>',
        summary: 'one or more of html, docx, pdf, ods, csv, json, tables (default: html,docx)',
      },
      {
        ...asAtOption,
        summary: 'the last day to count (default: the last day of the year, or today while it is not over)',
      },
      knownAtOption,
      {
        flags: '--edition <edition>',
        summary: 'public: small numbers hidden (default); board: every number shown; children: in plain words',
      },
      { flags: '--suppress-small', summary: 'another name of --edition public' },
    ],
    example: 'footprint report --authority Westminster --year 2022-23 --out reports --format html,docx',
    order: 90,
    load: async (line) => (await import('./cli/run.ts')).runReport(line),
  },
]
