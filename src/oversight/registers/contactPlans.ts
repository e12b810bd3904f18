import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { notBefore } from '../../registers/checks.ts'
import { day, mandatory, optional, text, wholeNumber } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** What a child and an IRO have agreed about keeping in touch. CLK-OVR-9. */
export const contactPlans = register({
  name: 'contact_plans',
  summary: 'What a child and the IRO have agreed about keeping in touch.',
  key: ['child', 'from'],
  columns: z.object({
    child: mandatory(child()),
    from: mandatory(day('The day from which it holds')),
    everyWeeks: mandatory(wholeNumber('How many weeks may pass between two contacts', { above: 0, most: 52 })),
    how: optional(text('How they keep in touch')),
    to: optional(day('The day on which it ended')),
  }),
  checks: [notBefore('to', 'from')],
})

/** How often a child and an IRO have agreed to be in touch. */
export type ContactPlanFact = RowOf<typeof contactPlans>
