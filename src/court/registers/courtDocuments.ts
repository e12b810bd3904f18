import * as z from 'zod'
import { notBefore } from '../../registers/checks.ts'
import { day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { notBeforeIssue, proceedingsReference } from './proceedings.ts'

/** Papers of the court, and when the IRO had a copy. */
export const courtDocuments = register({
  name: 'court_documents',
  summary: 'Each paper of the court that the authority’s lawyers received, and when its copy went to the IRO.',
  key: ['proceedingsRef', 'kind', 'receivedOn'],
  columns: z.object({
    proceedingsRef: mandatory(proceedingsReference()),
    kind: mandatory(text('What it is: interim care plan, final care plan, directions, expert report, judgment')),
    receivedOn: mandatory(day('The day on which the authority’s lawyers received it'), 'received_date'),
    sentToIroOn: optional(day('The day on which its copy was sent to the IRO'), 'sent_to_iro_date'),
  }),
  checks: [notBefore('sentToIroOn', 'receivedOn')],
  checksWith: [notBeforeIssue('receivedOn')],
})

/** A paper of the court. `sentToIroOn` null: no copy is known to have gone to the IRO. */
export type CourtDocumentFact = RowOf<typeof courtDocuments>
