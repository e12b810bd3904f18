import type { FactName } from './facts.form.ts'

/** How a question is asked. */
export interface Question {
  name: FactName
  kind: 'yes_no' | 'choice' | 'radios' | 'line' | 'lines' | 'day' | 'ticks'
  label: string
  hint?: string
}

const yesNo = (name: FactName, label: string, hint?: string): Question => ({ name, kind: 'yes_no', label, ...(hint && { hint }) }) // prettier-ignore

/** What is asked of the review as a whole, first on the page. */
export const questionsOfReview: readonly Question[] = [
  yesNo('childCame', 'Did the child come?'),
  { name: 'childViews', kind: 'radios', label: 'How were the child’s views given?' },
  {
    name: 'participation',
    kind: 'choice',
    label: 'How the child took part, by the code of the return',
    hint: 'Choose another only where the answers above do not say it rightly.',
  },
  {
    name: 'whatWasTried',
    kind: 'lines',
    label: 'What was tried, where the child gave no views (PN7)',
    hint: 'For example: visited twice, offered an advocate, sent the form with pictures',
  },
  yesNo('childChaired', 'Did the child chair all or part of it?'),
  { name: 'agenda', kind: 'ticks', label: 'What the child put on the agenda, where the child chaired' },
  { name: 'officerId', kind: 'choice', label: 'Which IRO chaired' },
  { name: 'format', kind: 'radios', label: 'How people met' },
  yesNo('interpreter', 'Did someone interpret?'),
  { name: 'language', kind: 'line', label: 'Language that was interpreted, or how the child communicates' },
]

/** What is asked where the law allows a review without a meeting, or one was held without. CLK-REV-11. */
export const questionsOfMode: readonly Question[] = [
  { name: 'mode', kind: 'radios', label: 'Was it held with a meeting?' },
  {
    name: 'whyNoMeeting',
    kind: 'lines',
    label: 'Why no meeting was needed, and what the child said of it',
    hint: 'Only where there was no meeting',
  },
]

/** Questions on what the child’s legal status asks for: section 20. */
export const section20Questions: readonly Question[] = [
  yesNo('section20Consent', 'Do those with parental responsibility still agree?'),
  yesNo('section20Capacity', 'Were they able to decide, and did they understand what they agreed to?'),
  { name: 'section20ExitPlan', kind: 'lines', label: 'How section 20 is to end: plan and date' },
]

/** Questions on a placement of a kind to be watched. */
export const watchedQuestions: readonly Question[] = [
  yesNo('placementRight', 'Is this placement right for the child?'),
  { name: 'placementWhy', kind: 'lines', label: 'Why, and what was seen there' },
]

/** What is asked under a heading of the record, by its key; where an authority has not that heading, at the end. */
export const questionsOfHeadings: Readonly<Record<string, readonly Question[]>> = {
  care_planning: [
    yesNo('carePlanCurrent', 'Is the care plan up to date?'),
    yesNo('pathwayPlanCurrent', 'Is the pathway plan up to date?', 'From 16 on'),
    yesNo('planAgreed', 'Do you agree to the plan?'),
    {
      name: 'planAgreedWhy',
      kind: 'lines',
      label: 'Why',
      hint: 'Needed where you do not agree. You can then challenge the plan.',
    },
    { name: 'rag', kind: 'radios', label: 'Rating agreed' },
  ],
  permanence: [
    { name: 'permanenceFor', kind: 'choice', label: 'Plan for permanence: what is aimed at' },
    { name: 'permanenceOf', kind: 'choice', label: 'Plan of permanence: what is settled' },
    {
      name: 'ratifiedOn',
      kind: 'day',
      label: 'When it was ratified',
      hint: 'By the panel or person who ratifies plans here. For example, 27 3 2026',
    },
    yesNo('dischargeConsidered', 'Was it considered whether the order, or being looked after, should end?'),
  ],
  leisure: [yesNo('leisureNeedsMet', 'Are the child’s needs for free time and hobbies met?')],
  health: [
    yesNo('healthAssessmentCurrent', 'Is the health assessment up to date?'),
    yesNo('mentalHealthNeed', 'Is there a mental health need?'),
    yesNo('substanceMisuse', 'Is substance misuse a concern?'),
  ],
  education: [yesNo('pepCurrent', 'Is the personal education plan up to date?')],
  identity: [yesNo('culturalNeedsMet', 'Are the child’s cultural needs met?')],
  safeguarding: [
    yesNo('exploitationRisk', 'Is there a risk of exploitation?'),
    yesNo('goingMissing', 'Does the child go missing?'),
  ],
  child_views: [yesNo('childConsulted', 'Did you see or speak to the child before the review?')],
  parents_views: [
    yesNo('parentViewsGiven', 'Did a parent give their views?'),
    yesNo('parentMetBefore', 'Did you meet a parent before the review?'),
  ],
  background: [
    {
      name: 'socialWorkerReportOn',
      kind: 'day',
      label: 'When the social worker’s report reached you',
      hint: 'For example, 27 3 2026',
    },
  ],
}

/** Every question with its words, by name: what another’s version says is shown in them. */
export const questionWords: ReadonlyMap<string, string> = new Map(
  [
    ...questionsOfReview,
    ...questionsOfMode,
    ...section20Questions,
    ...watchedQuestions,
    ...Object.values(questionsOfHeadings).flat(),
  ].map(({ name, label }) => [name, label]),
)
