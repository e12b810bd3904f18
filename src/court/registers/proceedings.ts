import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { notBefore } from '../../registers/checks.ts'
import { day, identifier, mandatory, optional, reference, text, wholeNumber } from '../../registers/columns.ts'
import { type PlainDate, isBefore } from '../../kernel/dates.ts'
import { type CheckWith, type RowOf, register } from '../../registers/register.ts'

const PROCEEDINGS = 'proceedings'

/** A column that names proceedings. */
export const proceedingsReference = () => reference(PROCEEDINGS, 'The proceedings, as in proceedings')

/** Care proceedings, each of one child. */
export const proceedings = register({
  name: 'proceedings',
  summary:
    'Care proceedings of a child: when they were issued and concluded, and what passed between guardian and IRO.',
  key: ['proceedingsRef'],
  columns: z.object({
    proceedingsRef: mandatory(identifier(PROCEEDINGS, 'The service’s own reference of the proceedings')),
    child: mandatory(child()),
    issuedOn: mandatory(day('The day on which the application was issued'), 'issued_date'),
    concludedOn: optional(day('The day on which they ended; blank while they are on foot'), 'concluded_date'),
    outcome: optional(text('The order made, or how else they ended')),
    guardian: optional(text('Who is the child’s guardian')),
    guardianContactOn: optional(day('The day on which guardian and IRO were in touch first'), 'guardian_contact_date'),
    handoverOn: optional(day('The day on which the guardian handed over to the IRO in writing'), 'handover_date'),
    extendedByWeeks: optional(
      wholeNumber('By how many weeks the court has extended the 26 weeks, all extensions together'),
    ),
  }),
  checks: [
    notBefore('concludedOn', 'issuedOn'),
    notBefore('guardianContactOn', 'issuedOn'),
    notBefore('handoverOn', 'concludedOn'),
    notBefore('handoverOn', 'guardianContactOn'),
    {
      columns: ['handoverOn', 'concludedOn'],
      why: ({ handoverOn, concludedOn }) =>
        handoverOn && !concludedOn ? 'is there though the proceedings have no end (concluded_date)' : null,
    },
  ],
})

/** Care proceedings of one child. `concludedOn` null: they are on foot. */
export type ProceedingsFact = RowOf<typeof proceedings>

/** A day of something that happens in proceedings, which may not lie before they were issued. */
export const notBeforeIssue = <Column extends string>(
  column: Column,
): CheckWith<{ proceedingsRef: string } & Record<Column, PlainDate>> => ({
  reads: [proceedings],
  faults: (rows, { rowsOf }) => {
    const issued = new Map(rowsOf(proceedings).map((one) => [one.proceedingsRef, one.issuedOn]))
    return new Map(
      [...rows].flatMap(([key, row]) => {
        const issuedOn = issued.get(row.proceedingsRef)
        const day: PlainDate = row[column]
        return issuedOn && isBefore(day, issuedOn)
          ? [[key, [{ column, reason: `is before the proceedings were issued, on ${issuedOn.toString()}` }]] as const]
          : []
      }),
    )
  },
})
