import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { day, mandatory, optional, text } from '../../registers/columns.ts'
import { register } from '../../registers/register.ts'

/** Why a child was without an IRO, as a person explains it. CLK-IRO-4. */
export const officerGaps = register({
  name: 'officer_gaps',
  summary: 'Why a child was without an IRO for some days, as a person explains it.',
  key: ['child', 'from'],
  columns: z.object({
    child: mandatory(child()),
    from: mandatory(day('The first day without an IRO')),
    why: mandatory(text('Why the child was without an IRO')),
    explainedOn: optional(day('The day it was explained'), 'explained_date'),
    explainedBy: optional(text('Who explains it')),
  }),
})
