import type { RoomCommand } from '../house/command.ts'

/** The commands of this room. */
export const proofreadingCommands: readonly RoomCommand[] = [
  {
    name: 'check-report',
    summary:
      'What does not hold in an annual report, ours or another’s. What is found is the answer, no error: the exit status is 0. Needs no database and stores nothing.',
    argument: { name: 'file', summary: 'the report: plain text, Markdown, HTML or Word (.docx)' },
    options: [{ flags: '--format <format>', summary: 'table or json (default: table)' }],
    example: 'footprint check-report annual-report-2022-23.docx',
    order: 88,
    load: async () => (await import('./cli/run.ts')).runCheckReport(),
  },
]
