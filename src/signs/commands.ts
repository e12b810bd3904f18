import { type RoomCommand, asAtOption, authorityOption, formatOption, knownAtOption } from '../house/command.ts'

/** The commands of this room. */
export const signsCommands: readonly RoomCommand[] = [
  {
    name: 'signs',
    summary: 'What an officer should look at on a day: alerts, drift, prompts for a challenge',
    options: [
      authorityOption,
      { ...asAtOption, summary: 'the day to look from (default: today)' },
      { flags: '--since <date>', summary: 'only signs that are there since that day or later' },
      {
        flags: '--new-since <time>',
        summary: 'only signs that what was known then did not show; import: before the last day’s imports',
      },
      { flags: '--kind <kind>', summary: 'only this kind; may be given several times', isRepeatable: true },
      knownAtOption,
      formatOption,
    ],
    example: 'footprint signs --authority Westminster --kind decision_overdue --format json',
    order: 82,
    load: async (line) => (await import('./cli/run.ts')).runSigns(line),
  },
]
