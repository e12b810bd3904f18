import * as z from 'zod'
import { code, day, mandatory, optional } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { notBeforeIssue, proceedingsReference } from './proceedings.ts'

/** What a hearing is for, by its code. */
export const hearingKinds = {
  CASE_MANAGEMENT: 'Case management hearing',
  ISSUES_RESOLUTION: 'Issues resolution hearing',
  FINAL: 'Final hearing',
  OTHER: 'Hearing',
} as const

/** Hearings of proceedings, past and to come. */
export const hearings = register({
  name: 'hearings',
  summary: 'Each hearing of proceedings, held or listed.',
  key: ['proceedingsRef', 'on'],
  columns: z.object({
    proceedingsRef: mandatory(proceedingsReference()),
    on: mandatory(day('The day of the hearing'), 'date'),
    kind: optional(code('What it is for', hearingKinds)),
  }),
  checksWith: [notBeforeIssue('on')],
})

/** A hearing. */
export type HearingFact = RowOf<typeof hearings>
