import {
  type RoomCommand,
  authorityOption,
  yearOption,
  asAtOption,
  knownAtOption,
  formatOption,
} from '../house/command.ts'

/** The commands of this room. */
export const overviewCommands: readonly RoomCommand[] = [
  {
    name: 'figures',
    summary: 'The figures of a year',
    options: [
      authorityOption,
      yearOption,
      asAtOption,
      knownAtOption,
      { flags: '--id <id>', summary: 'only this figure; may be given several times', isRepeatable: true },
      formatOption,
    ],
    example: 'footprint figures --authority Westminster --year 2022-23 --id reviews.on_time',
    order: 60,
    load: async (line) => (await import('./cli/run.ts')).runFigures(line),
  },
  {
    name: 'records',
    summary: 'The records behind one figure: each with its child, its dates and whether it counts',
    options: [
      authorityOption,
      yearOption,
      { flags: '--figure <id>', summary: 'the figure’s id, as figures lists it', isRequired: true },
      asAtOption,
      knownAtOption,
      formatOption,
    ],
    example: 'footprint records --authority Westminster --year 2022-23 --figure reviews.on_time --format csv',
    order: 70,
    load: async (line) => (await import('./cli/run.ts')).runRecords(line),
  },
  {
    name: 'due',
    summary: 'Every deadline open on a day: what, for whom, due when, why, how late',
    options: [
      authorityOption,
      { ...asAtOption, summary: 'the day to look from (default: today)' },
      knownAtOption,
      { flags: '--within <days>', summary: 'only what is due by then, and what is overdue' },
      formatOption,
    ],
    example: 'footprint due --authority Westminster --within 14',
    order: 80,
    load: async (line) => (await import('./cli/run.ts')).runDue(line),
  },
]
