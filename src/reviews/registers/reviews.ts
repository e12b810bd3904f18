import * as z from 'zod'
import { participationCodes } from '../../children/domain/codes.ts'
import { child } from '../../children/registers/child.ts'
import { officer } from '../../officers/registers/officers.ts'
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
  key: ['reviewRef'],
  columns: z.object({
    reviewRef: mandatory(identifier('review', 'The service’s own reference of the review')),
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
    firstBookedFor: optional(day('The day it was first booked for'), 'first_booked_date'),
    bookedFor: optional(day('The day it is booked for now'), 'booked_date'),
    timesRearranged: optional(wholeNumber('How often it was rearranged: 1 or more means that it was')),
    rearrangedReason: optional(text('Why it was rearranged')),
    heldOn: optional(
      day('The day it was held, obligatory once it was; of a series of meetings, the first'),
      'held_date',
    ),
    completedOn: optional(
      day('Of a series of meetings, the day the last one ended it; blank: held_date'),
      'completed_date',
    ),
    seriesOfMeetings: optional(yesNo('It was a series of meetings')),
    officerId: optional(officer('Who chaired, as in officers')),
    participation: optional(code('How the child took part', participations), 'participation_code'),
    childConsulted: optional(yesNo('The officer consulted or visited the child before the review')),
    childChaired: optional(yesNo('The child chaired all or part of it')),
    format: optional(code('How people met', formats)),
    socialWorkerAttended: optional(yesNo('The social worker came')),
    socialWorkerReportOn: optional(
      day('The day the social worker’s report reached the officer'),
      'social_worker_report_date',
    ),
    motherAttended: optional(yesNo('The mother came')),
    fatherAttended: optional(yesNo('The father came')),
    parentViewsGiven: optional(yesNo('A parent’s views were given')),
    parentMetBefore: optional(yesNo('The officer met a parent before the review')),
    decisionsOn: optional(day('The day the decisions (recommendations) were completed and sent'), 'decisions_date'),
    recordOn: optional(
      day('The day the full record (minutes, or the letter in their place) was completed'),
      'record_date',
    ),
    distributedOn: optional(day('The day the record was sent to those entitled to it'), 'distributed_date'),
    childLetterOn: optional(day('The day the child’s own letter was sent'), 'child_letter_date'),
    lateReason: optional(text('Why it was late')),
    correctionReason: optional(text('Why what was recorded of the held review was corrected, the last time')),
    managerRespondedOn: optional(day('The day the team manager answered the decisions'), 'manager_response_date'),
    managerAgreed: optional(yesNo('The team manager agreed')),
    adjourned: optional(yesNo('It was adjourned once to a later meeting')),
    rag: optional(code('Rating agreed after the review', { RED: 'Red', AMBER: 'Amber', GREEN: 'Green' })),
    permanencePlan: optional(yesNo('There is a plan for permanence')),
    carePlanCurrent: optional(yesNo('The care plan is up to date')),
    pepCurrent: optional(yesNo('The personal education plan is up to date')),
    healthAssessmentCurrent: optional(yesNo('The health assessment is up to date')),
    pathwayPlanCurrent: optional(yesNo('The pathway plan is up to date')),
    planRatified: optional(yesNo('The plan was ratified, by the panel or person who ratifies plans here')),
    planAgreed: optional(yesNo('The officer agreed to the plan')),
    leisureNeedsMet: optional(yesNo('Leisure needs are met')),
    culturalNeedsMet: optional(yesNo('Cultural needs are met')),
    substanceMisuse: optional(yesNo('Substance misuse is a concern')),
    exploitationRisk: optional(yesNo('Exploitation is a risk')),
    mentalHealthNeed: optional(yesNo('There is a mental health need')),
    goingMissing: optional(yesNo('The child goes missing')),
  }),
  checks: [
    {
      columns: ['heldOn', 'status'],
      why: ({ heldOn, status }) =>
        status === 'HELD' && !heldOn ? 'is blank: a review that was held (status HELD) needs its day' : null,
    },
    notBefore('completedOn', 'heldOn'),
  ],
})

/** A review as the service’s own register has it, planned, held or cancelled. Of a series of meetings, `heldOn` is the first day and `completedOn` the last; where blank, `heldOn`. */
export type RegisterReviewFact = RowOf<typeof reviews>

/** The kinds of reviews that the register tells apart. */
export type RegisterReviewKind = RegisterReviewFact['kind']

/** The yes and no of a review: who came, what was current, what was of concern. */
export type ReviewAnswer = {
  [Name in keyof RegisterReviewFact]: RegisterReviewFact[Name] extends boolean | null ? Name : never
}[keyof RegisterReviewFact]
