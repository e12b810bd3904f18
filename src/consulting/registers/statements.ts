import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { code, day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** Who made a statement, in words. */
export const makers = { CHILD: 'The child', WORKER: 'A worker' } as const

/** What a statement is for, in words. */
export const purposes = {
  PREPARE_FOR_MEETING: 'To prepare for a meeting',
  SORT_A_PROBLEM: 'To sort a problem',
  SHARE_GOOD_NEWS: 'To share good news',
  THIS_IS_ME: 'To say “This is me”',
  OTHER: 'Something else',
} as const

/** Statements from a child's app or form. */
export const statements = register({
  name: 'statements',
  summary: 'Each statement that a child, or a worker for the child, made in an app or a form.',
  key: ['statementRef'],
  columns: z.object({
    statementRef: mandatory(text('The app’s own reference of the statement')),
    child: mandatory(child()),
    on: mandatory(day('The day on which it was made'), 'date'),
    madeBy: mandatory(code('Who made it', makers)),
    purpose: optional(code('What it is for', purposes)),
  }),
})

/** A statement from a child's app or form. */
export type StatementFact = RowOf<typeof statements>
