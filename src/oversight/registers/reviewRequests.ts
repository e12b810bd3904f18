import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { notBefore } from '../../registers/checks.ts'
import { code, day, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'

/** What asks for a review before the next one is due, by its code. CLK-REV-7. */
export const reviewTriggers = {
  IRO: 'The IRO asks for it',
  WELFARE: 'A visit found that the placement does not safeguard the child',
  ACCOMMODATION_ENDS: 'Police protection, detention or remand ends',
  RELEASE: 'The child is to be released from custody',
  CEASING: 'The authority means to stop looking after the child',
  PLAN_CHANGE: 'A significant change to the care plan',
  PLACEMENT_ENDS: 'The placement is to end',
  WITH_PARENT: 'The child is to be placed with a parent',
  OTHER_ARRANGEMENTS: 'A move to supported accommodation or other arrangements',
  FINAL_CARE_PLAN: 'The final care plan is to be filed in court',
  ASKED: 'The child, a parent or the carer asks for it',
} as const

/** Reviews asked for before the next one is due. */
export const reviewRequests = register({
  name: 'review_requests',
  summary: 'Each review that was asked for, or that the law asks for, before the next one is due.',
  key: ['child', 'askedOn', 'trigger'],
  columns: z.object({
    child: mandatory(child()),
    askedOn: mandatory(day('The day on which it was asked for, or on which the reason for it was known'), 'asked_date'),
    trigger: mandatory(code('Why', reviewTriggers)),
    by: mandatory(day('The last day on which it may be held'), 'by_date'),
    withdrawnOn: optional(day('The day on which it was no longer asked for'), 'withdrawn_date'),
    note: optional(text('More of it, and why it is no longer asked for')),
  }),
  checks: [notBefore('by', 'askedOn'), notBefore('withdrawnOn', 'askedOn')],
})

/** A review asked for before the next one is due. */
export type ReviewRequestFact = RowOf<typeof reviewRequests>
