import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { notBefore } from '../../registers/checks.ts'
import { code, day, mandatory, optional } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** Risks that a child is flagged for, in words. */
export const flagKinds = {
  EXPLOITATION: 'Exploitation',
  HARMFUL_BEHAVIOUR: 'Harmful behaviour',
  MISSING: 'Goes missing',
  SUBSTANCE_MISUSE: 'Substance misuse',
  PROTECTION_PLAN: 'Child protection plan',
} as const

/** Risks to a child, with a beginning and an end. */
export const flags = register({
  name: 'flags',
  summary: 'Risks to a child, each from the day it was seen until the day it was over.',
  key: ['child', 'kind', 'from'],
  columns: z.object({
    child: mandatory(child()),
    kind: mandatory(code('Which risk', flagKinds)),
    from: mandatory(day('The first day')),
    to: optional(day('The day on which it ended: no longer on that day')),
  }),
  checks: [notBefore('to', 'from')],
})

/** A risk to a child, from its first day up to, not including, its end. */
export type FlagFact = RowOf<typeof flags>
