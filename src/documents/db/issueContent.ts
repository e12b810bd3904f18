import * as z from 'zod'
import type { IssueContent } from '../issue.ts'

const withheld = z.object({ part: z.string(), why: z.string() })

/** What an issue says, as it is kept. */
export const issueContent: z.ZodType<IssueContent> = z.object({
  kind: z.string(),
  title: z.string(),
  ref: z.string(),
  children: z.array(z.string()),
  parts: z.array(
    z.object({
      id: z.string(),
      heading: z.string(),
      readers: z.array(z.string()),
      whyWithheld: z.string().optional(),
      fields: z.array(z.object({ label: z.string(), kind: z.enum(['text', 'line', 'date']), text: z.string() })),
    }),
  ),
  copies: z.array(
    z.object({
      ref: z.string(),
      name: z.string(),
      reader: z.string(),
      readerInWords: z.string(),
      withheld: z.array(withheld),
    }),
  ),
  by: z.object({ personId: z.string(), name: z.string() }),
  at: z.string(),
  replaces: z.object({ id: z.string(), at: z.string() }).nullable(),
})
