import * as z from 'zod'
import { participationCodes } from '../../children/domain/codes.ts'
import type { RegisterReviewFact } from '../../children/domain/registers.ts'
import { child } from '../../children/registers/child.ts'
import { officer } from '../../people/registers/officers.ts'
import { notBefore } from '../../registers/checks.ts'
import { code, day, identifier, mandatory, optional, text, wholeNumber, yesNo } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { formats } from './formats.ts'

/** Blank says not recorded: that is no code to type. */
const participations = Object.fromEntries(Object.entries(participationCodes).filter(([name]) => name.startsWith('PN')))

/** Reviews planned, held and cancelled. */
export const reviews = register({
  name: 'reviews',
  summary: 'Each review, planned, held or cancelled.',
  key: ['review_ref'],
  columns: z.object({
    review_ref: mandatory(identifier('review', 'The service’s own reference of the review')),
    child: mandatory(child()),
    kind: mandatory(
      code('What kind of review', {
        CLA: 'Review of a child looked after',
        ADOPTION: 'Review of a child placed, or to be placed, for adoption',
        SHORT_BREAK: 'Review of a child in a series of short breaks',
        SECURE: 'Review of secure accommodation',
        PATHWAY_18_25: 'Pathway plan review of someone aged 18 to 25',
        SUPERVISION_ORDER: 'Review of a child under a supervision order',
        PRIVATE_FOSTERING: 'Review of a child privately fostered',
      }),
    ),
    status: mandatory(code('Where it stands', { PLANNED: 'Planned', HELD: 'Held', CANCELLED: 'Cancelled' })),
    first_booked_date: optional(day('The day it was first booked for')),
    booked_date: optional(day('The day it is booked for now')),
    times_rearranged: optional(wholeNumber('How often it was rearranged: 1 or more means that it was')),
    rearranged_reason: optional(text('Why it was rearranged')),
    held_date: optional(day('The day it was held, obligatory once it was; of a series of meetings, the first')),
    completed_date: optional(day('Of a series of meetings, the day the last one ended it; blank: held_date')),
    series_of_meetings: optional(yesNo('It was a series of meetings')),
    officer_id: optional(officer('Who chaired, as in officers')),
    participation_code: optional(code('How the child took part', participations)),
    child_consulted: optional(yesNo('The officer consulted or visited the child before the review')),
    child_chaired: optional(yesNo('The child chaired all or part of it')),
    format: optional(code('How people met', formats)),
    social_worker_attended: optional(yesNo('The social worker came')),
    social_worker_report_date: optional(day('The day the social worker’s report reached the officer')),
    mother_attended: optional(yesNo('The mother came')),
    father_attended: optional(yesNo('The father came')),
    parent_views_given: optional(yesNo('A parent’s views were given')),
    parent_met_before: optional(yesNo('The officer met a parent before the review')),
    decisions_date: optional(day('The day the decisions (recommendations) were completed and sent')),
    record_date: optional(day('The day the full record (minutes, or the letter in their place) was completed')),
    distributed_date: optional(day('The day the record was sent to those entitled to it')),
    child_letter_date: optional(day('The day the child’s own letter was sent')),
    late_reason: optional(text('Why it was late')),
    manager_response_date: optional(day('The day the team manager answered the decisions')),
    manager_agreed: optional(yesNo('The team manager agreed')),
    adjourned: optional(yesNo('It was adjourned once to a later meeting')),
    rag: optional(code('Rating agreed after the review', { RED: 'Red', AMBER: 'Amber', GREEN: 'Green' })),
    permanence_plan: optional(yesNo('There is a plan for permanence')),
    care_plan_current: optional(yesNo('The care plan is up to date')),
    pep_current: optional(yesNo('The personal education plan is up to date')),
    health_assessment_current: optional(yesNo('The health assessment is up to date')),
    pathway_plan_current: optional(yesNo('The pathway plan is up to date')),
    plan_ratified: optional(yesNo('The plan was ratified, by whoever ratifies plans here')),
    plan_agreed: optional(yesNo('The officer agreed to the plan')),
    leisure_needs_met: optional(yesNo('Leisure needs are met')),
    cultural_needs_met: optional(yesNo('Cultural needs are met')),
    substance_misuse: optional(yesNo('Substance misuse is a concern')),
    exploitation_risk: optional(yesNo('Exploitation is a risk')),
    mental_health_need: optional(yesNo('There is a mental health need')),
    going_missing: optional(yesNo('The child goes missing')),
  }),
  checks: [
    {
      columns: ['held_date', 'status'],
      why: ({ held_date, status }) =>
        status === 'HELD' && !held_date ? 'is blank: a review that was held (status HELD) needs its day' : null,
    },
    notBefore('completed_date', 'held_date'),
  ],
})

/** A review as the domain takes it. */
export function reviewFact({
  review_ref: reviewRef,
  child,
  kind,
  status,
  first_booked_date: firstBookedFor,
  booked_date: bookedFor,
  times_rearranged: timesRearranged,
  rearranged_reason: rearrangedReason,
  held_date: heldOn,
  completed_date: completedOn,
  officer_id: officerId,
  participation_code: participation,
  format,
  social_worker_report_date: socialWorkerReportOn,
  decisions_date: decisionsOn,
  record_date: recordOn,
  distributed_date: distributedOn,
  child_letter_date: childLetterOn,
  manager_response_date: managerRespondedOn,
  late_reason: lateReason,
  rag,
  ...answers
}: RowOf<typeof reviews>): RegisterReviewFact {
  return {
    reviewRef,
    child,
    kind,
    status,
    firstBookedFor,
    bookedFor,
    timesRearranged,
    rearrangedReason,
    heldOn,
    completedOn,
    officerId,
    participation,
    format,
    socialWorkerReportOn,
    decisionsOn,
    recordOn,
    distributedOn,
    childLetterOn,
    managerRespondedOn,
    lateReason,
    rag,
    answers,
  }
}
