import * as z from 'zod'
import { notBefore } from '../../registers/checks.ts'
import { code, day, mandatory, optional, text, yesNo } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { household } from './fosterCarers.ts'

/** What may lead to a review before the year is over, in words. CLK-FOS-4. */
export const fosterEventKinds = {
  ALLEGATION: 'Allegation',
  COMPLAINT: 'Complaint',
  SECTION_47: 'Enquiry under section 47',
  HOUSEHOLD_CHANGE: 'Change of who is in the household',
  HEALTH: 'Serious health issue',
  STANDARDS: 'Concern about the standard of care',
  DISCLOSURE: 'New information from the Disclosure and Barring Service',
  TERMS: 'Change of the terms of the approval',
} as const

/** What the designated officer (LADO) found, in words. Working Together, chapter on allegations. */
export const ladoOutcomes = {
  SUBSTANTIATED: 'Substantiated',
  UNSUBSTANTIATED: 'Unsubstantiated',
  UNFOUNDED: 'Unfounded',
  FALSE: 'False',
  MALICIOUS: 'Malicious',
  NOT_LADO: 'Not for the designated officer (LADO)',
} as const

/** Allegations and changes of households that may lead to a review. */
export const fosterEvents = register({
  name: 'foster_events',
  summary: 'Each allegation against a fostering household and each change of it, which may lead to a review.',
  key: ['carerRef', 'kind', 'on'],
  columns: z.object({
    carerRef: mandatory(household('The household, as in foster_carers')),
    kind: mandatory(code('What it was', fosterEventKinds)),
    on: mandatory(day('The day on which the service heard of it'), 'date'),
    ladoToldOn: optional(day('The day the designated officer (LADO) was told'), 'lado_told_date'),
    endedOn: optional(day('The day the investigation ended; a review waits for it'), 'investigation_ended_date'),
    ladoOutcome: optional(code('What the designated officer (LADO) found', ladoOutcomes)),
    decidedOn: optional(day('The day it was decided whether to review sooner'), 'decided_date'),
    isReviewNeeded: optional(yesNo('The household is reviewed sooner'), 'review_needed'),
    note: optional(text('A short note, without names')),
  }),
  checks: [
    notBefore('ladoToldOn', 'on'),
    notBefore('endedOn', 'on'),
    notBefore('decidedOn', 'on'),
    {
      columns: ['isReviewNeeded', 'decidedOn'],
      why: ({ isReviewNeeded, decidedOn }) =>
        isReviewNeeded != null && !decidedOn ? 'is there without the day of the decision (decided_date)' : null,
    },
    {
      columns: ['ladoOutcome', 'endedOn'],
      why: ({ ladoOutcome, endedOn }) =>
        ladoOutcome && !endedOn ? 'is there without the day the investigation ended (investigation_ended_date)' : null,
    },
  ],
})

/** An allegation against a household, or a change of it. */
export type FosterEventFact = RowOf<typeof fosterEvents>
