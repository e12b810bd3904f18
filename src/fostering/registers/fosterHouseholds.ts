import * as z from 'zod'
import { type PlainDate, isBefore } from '../../kernel/dates.ts'
import { notBefore } from '../../registers/checks.ts'
import { channels } from '../../participation/registers/contacts.ts'
import { code, day, emailAddress, lines, mandatory, optional, personWhere, telephone } from '../../registers/columns.ts'
import { type CheckWith, type RowOf, register } from '../../registers/register.ts'
import { fosterCarers, household } from './fosterCarers.ts'

/** Whom a household's review asks, in words. */
export const householdParties = {
  CARER: 'Carer',
  OWN_CHILD: 'Carer’s own child',
  FOSTERED_CHILD: 'Child placed',
  SUPERVISING_WORKER: 'Supervising social worker',
} as const

/** Who is in a fostering household and works with it. A fostered child is named by its identifier, the others by name. */
export const fosterHouseholds = register({
  name: 'foster_households',
  summary: 'Who is in a fostering household, and whom its review asks.',
  key: ['carerRef', 'party', 'person', 'from'],
  columns: z.object({
    carerRef: mandatory(household('The household, as in foster_carers')),
    party: mandatory(code('What the person is to the household', householdParties)),
    person: mandatory(
      personWhere('A child placed: the child’s identifier (CHILD); anyone else: the name', {
        column: 'party',
        is: 'FOSTERED_CHILD',
      }),
    ),
    channel: optional(code('How the person wants to hear of reviews', channels)),
    email: optional(emailAddress('Email address')),
    phone: optional(telephone('Mobile number for text messages')),
    address: optional(lines('Postal address, with semicolons between its lines')),
    from: mandatory(day('The first day')),
    to: optional(day('The day on which it ended')),
  }),
  checks: [notBefore('to', 'from')],
  checksWith: [placedAfterApproval()],
})

/** A child may live with carers before their approval only where they are connected persons (regulation 24). */
function placedAfterApproval(): CheckWith<Placed> {
  return {
    reads: [fosterCarers],
    faults: (rows, { rowsOf }) => {
      const households = new Map(rowsOf(fosterCarers).map((one) => [one.carerRef, one]))
      return new Map(
        [...rows].flatMap(([key, { party, carerRef, from }]) => {
          const carer = households.get(carerRef)
          if (party !== 'FOSTERED_CHILD' || carer?.kind !== 'MAINSTREAM' || !isBefore(from, carer.approvedOn)) return []
          const reason = `is before the household was approved, ${carer.approvedOn.toString()}, and it is no connected person’s`
          return [[key, [{ column: 'from', reason }]] as const]
        }),
      )
    },
  }
}

interface Placed {
  party: string
  carerRef: string
  from: PlainDate
}

/** Someone in a fostering household, or who works with it. `person`: a child's identifier, or a name. */
export type HouseholdMemberFact = RowOf<typeof fosterHouseholds>
