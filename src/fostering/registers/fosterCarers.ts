import * as z from 'zod'
import { isBefore } from '../../kernel/dates.ts'
import { notBefore } from '../../registers/checks.ts'
import { code, day, identifier, mandatory, optional, reference, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

const HOUSEHOLD = 'fostering household'

/** A column that names a fostering household. */
export const household = (meaning: string) => reference(HOUSEHOLD, meaning)

/** Each approval of a fostering household, whoever lives in it. */
export const fosterCarers = register({
  name: 'foster_carers',
  summary: 'Each fostering household, by its approval: one row a household, not one an adult.',
  key: ['carerRef'],
  columns: z.object({
    carerRef: mandatory(identifier(HOUSEHOLD, 'The service’s own reference of the household')),
    approvedOn: mandatory(day('The day the decision maker approved the household'), 'approved_date'),
    firstPlacementOn: optional(day('The day the first child was placed'), 'first_placement_date'),
    ceasedOn: optional(day('The day the approval ended: no longer approved on that day'), 'ceased_date'),
    kind: optional(
      code('What kind of carers', { MAINSTREAM: 'Mainstream carers', CONNECTED_PERSON: 'Connected persons' }),
    ),
    approvedFor: optional(text('For whom the household is approved')),
  }),
  checks: [
    notBefore('ceasedOn', 'approvedOn'),
    notBefore('ceasedOn', 'firstPlacementOn'),
    {
      columns: ['firstPlacementOn', 'approvedOn', 'kind'],
      why: ({ firstPlacementOn, approvedOn, kind }) =>
        kind === 'MAINSTREAM' && firstPlacementOn && approvedOn && isBefore(firstPlacementOn, approvedOn)
          ? `is before approved_date, ${approvedOn.toString()}: only a connected person may have a child before approval`
          : null,
    },
  ],
})

/** A fostering household, by its approval: the unit that is reviewed. `ceasedOn`: no longer approved on that day. */
export type FosterCarerFact = RowOf<typeof fosterCarers>
