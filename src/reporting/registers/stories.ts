import * as z from 'zod'
import { parseReportingYear } from '../../calendar/reportingYear.ts'
import { child } from '../../children/registers/child.ts'
import { day, identifier, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** Where a review or a challenge made a difference for a child, told so that nobody can be recognised. */
export const reportStories = register({
  name: 'report_stories',
  summary: 'Each story of good practice for the annual report, with who has read it so that nobody can be recognised.',
  key: ['storyRef'],
  columns: z.object({
    storyRef: mandatory(identifier('report_story', 'The service’s own reference of the story')),
    year: mandatory(text('The reporting year of the report, like 2022-23')),
    child: optional(child()),
    title: mandatory(text('What it is about, in a few words')),
    story: mandatory(text('What happened, and what changed for the child')),
    writtenBy: mandatory(text('Who wrote it')),
    readBy: optional(text('Who else has read it and found that nobody can be recognised')),
    readOn: optional(day('The day on which they read it'), 'read_date'),
  }),
  checks: [
    {
      columns: ['year'],
      why: ({ year }) =>
        year === undefined || parseReportingYear(year) ? null : 'is not a reporting year like 2022-23, April to March',
    },
    {
      columns: ['readBy', 'writtenBy'],
      why: ({ readBy, writtenBy }) =>
        readBy === undefined || readBy === null || readBy !== writtenBy
          ? null
          : 'wrote the story: someone else reads it',
    },
  ],
})

/** A story of good practice. */
export type StoryFact = RowOf<typeof reportStories>
