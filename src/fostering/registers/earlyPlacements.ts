import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { notBefore } from '../../registers/checks.ts'
import { code, day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** With whom a child was placed before the assessment was complete, in words. */
export const earlyPlacementKinds = {
  PARENT: 'With a parent, before the assessment is complete',
  CONNECTED_PERSON: 'With a connected person, temporarily approved',
} as const

/** Placements that began before an assessment was complete. Regulations 19, 24 and 25 of the care planning regulations. */
export const earlyPlacements = register({
  name: 'early_placements',
  summary: 'Each placement that began before the assessment was complete: with a parent, or with a connected person.',
  key: ['child', 'kind', 'from'],
  columns: z.object({
    child: mandatory(child()),
    kind: mandatory(code('With whom', earlyPlacementKinds)),
    from: mandatory(day('The day of the placement, or of the temporary approval')),
    carer: optional(text('The name of the parent or the connected person')),
    extendedOn: optional(day('The day the temporary approval was extended, once, by eight weeks'), 'extended_date'),
    iroToldOn: optional(day('The day the IRO was told of the extension'), 'iro_told_date'),
    reviewSoughtOn: optional(
      day('The day an independent review was asked for: the approval goes on until it ends'),
      'review_sought_date',
    ),
    decidedOn: optional(day('The day the assessment was complete and decided on'), 'decided_date'),
    to: optional(day('The day on which the placement ended')),
  }),
  checks: [
    notBefore('to', 'from'),
    notBefore('decidedOn', 'from'),
    notBefore('extendedOn', 'from'),
    notBefore('iroToldOn', 'extendedOn'),
    notBefore('reviewSoughtOn', 'from'),
    {
      columns: ['extendedOn', 'kind'],
      why: ({ extendedOn, kind }) =>
        extendedOn && kind === 'PARENT' ? 'is only of a connected person (CONNECTED_PERSON)' : null,
    },
    {
      columns: ['reviewSoughtOn', 'kind'],
      why: ({ reviewSoughtOn, kind }) =>
        reviewSoughtOn && kind === 'PARENT' ? 'is only of a connected person (CONNECTED_PERSON)' : null,
    },
  ],
})

/** A placement that began before the assessment was complete. */
export type EarlyPlacementFact = RowOf<typeof earlyPlacements>
