import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { notBefore } from '../../registers/checks.ts'
import { code, day, mandatory, optional } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** What the return does not say of a placement and visits depend on, by its code. CLK-VIS-2 to -4. */
export const visitArrangementKinds = {
  SIX_MONTHLY: 'Long-term foster placement: the child agrees to fewer visits',
  BEFORE_ASSESSMENT: 'Placed with a parent before the assessment is complete',
  TEMPORARY_APPROVAL: 'With a connected person who is approved for a time',
} as const

/** Placements in which the social worker visits more or less often than the return alone would say. */
export const visitArrangements = register({
  name: 'visit_arrangements',
  summary: 'What visits by the social worker depend on and the return does not say, from when to when.',
  key: ['child', 'kind', 'from'],
  columns: z.object({
    child: mandatory(child()),
    kind: mandatory(code('What it is', visitArrangementKinds)),
    from: mandatory(day('The day from which it holds')),
    to: optional(day('The day on which it ended')),
  }),
  checks: [notBefore('to', 'from')],
})

/** What visits to a child depend on, for a time. */
export type VisitArrangementFact = RowOf<typeof visitArrangements>
