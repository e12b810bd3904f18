import { type RoomCommand, authorityOption, yearOption } from '../house/command.ts'

/** The commands of this room. */
export const recordingCommands: readonly RoomCommand[] = [
  {
    name: 'document',
    summary:
      'Write what follows a review: its decisions, its record, the letter to the child, and the letter in easy read; or check whether they say what they must',
    options: [
      authorityOption,
      { flags: '--review <reference>', summary: 'the review, as in reviews', isRequired: true },
      { flags: '--kind <kinds>', summary: 'decisions, record, letter, easy-read (default: all)' },
      { flags: '--out <folder>', summary: 'the folder to write into' },
      { flags: '--format <formats>', summary: 'html, docx, pdf, txt (default: html); json with --check' },
      { flags: '--large-print', summary: 'write at 18 points, for people who read large print' },
      { flags: '--for <reader>', summary: 'child, parent, carer, education, health, other or service' },
      {
        flags: '--check',
        summary:
          'say whether each version has every decision for the child, and nothing withheld: if not, the exit status is 1',
      },
      { flags: '--in <folder>', summary: 'with --check: look into the files of this folder' },
    ],
    example:
      'footprint document --authority Westminster --review R12 --kind letter,easy-read --out letters --format docx',
    order: 75,
    load: async (line) => (await import('./cli/run.ts')).runDocument(line),
  },
  {
    name: 'export reviews-903',
    summary: 'Write the reviews recorded here as rows of the return: CHILD, DOB, REVIEW, REVIEW_CODE',
    options: [
      authorityOption,
      yearOption,
      { flags: '--out <file>', summary: 'the CSV file to write', isRequired: true },
    ],
    example: 'footprint export reviews-903 --authority Westminster --year 2022-23 --out reviews.csv',
    order: 35,
    load: async (line) => (await import('./cli/run.ts')).runReviews903(line),
  },
]
