import * as z from 'zod'
import { notBefore } from '../../registers/checks.ts'
import { code, day, mandatory, optional, text, wholeNumber, yesNo } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { child } from './child.ts'

/** What can be checked or made for a child on a day, in words. */
export const checkKinds = {
  HEALTH_ASSESSMENT_INITIAL: 'Initial health assessment',
  HEALTH_ASSESSMENT_REVIEW: 'Review health assessment',
  DENTAL_CHECK: 'Dental check',
  IMMUNISATIONS: 'Immunisations up to date',
  SDQ: 'Strengths and difficulties questionnaire',
  PEP: 'Personal education plan',
  CARE_PLAN: 'Care plan',
  PATHWAY_PLAN: 'Pathway plan',
  LIFE_STORY: 'Life story work',
  PERMANENCE_PLAN: 'Permanence plan',
  RETURN_HOME_INTERVIEW: 'Return home interview',
} as const

/** Health, education and planning checks with the day on which each was made. The return has only whether, by the year. */
export const checks = register({
  name: 'checks',
  summary: 'Health, education and planning checks, each with the day on which it was made.',
  key: ['child', 'kind', 'on'],
  columns: z.object({
    child: mandatory(child()),
    kind: mandatory(code('What was checked or made', checkKinds)),
    on: mandatory(day('The day on which it was made'), 'date'),
    score: optional(wholeNumber('The total difficulties score, from 0 to 40', { most: 40 })),
    value: optional(text('What came of it')),
    extractedOn: optional(
      day('Of a check that another system told of (an e-PEP file): the day of its extract'),
      'extract_date',
    ),
    isWithdrawn: optional(yesNo('Y: written down by mistake, so that it counts for nothing'), 'withdrawn'),
  }),
  checks: [
    notBefore('extractedOn', 'on'),
    {
      columns: ['score', 'kind'],
      why: ({ score, kind }) =>
        score != null && kind !== 'SDQ' ? 'is only of a questionnaire (SDQ): leave it blank for other kinds' : null,
    },
  ],
})

/** A check that was made for a child on a day. */
export type CheckFact = RowOf<typeof checks>

/** What was checked or made. */
export type CheckKind = CheckFact['kind']
