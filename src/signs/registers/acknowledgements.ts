import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { notBefore } from '../../registers/checks.ts'
import { code, day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { signCodes } from '../domain/kinds.ts'

/** Who has seen a sign, when, and what they said of it. */
export const acknowledgements = register({
  name: 'acknowledgements',
  summary: 'A sign of a child that someone has seen, with what they said of it.',
  key: ['child', 'kind', 'since'],
  columns: z.object({
    child: mandatory(child()),
    kind: mandatory(code('Which sign', signCodes)),
    since: mandatory(day('Since when the sign was there')),
    on: mandatory(day('The day on which it was acknowledged'), 'date'),
    word: mandatory(text('What was said of it: what is done, or why nothing is')),
    by: optional(text('Who acknowledged it')),
  }),
  checks: [notBefore('on', 'since')],
})

/** A sign that someone has acknowledged. */
export type AcknowledgementFact = RowOf<typeof acknowledgements>
