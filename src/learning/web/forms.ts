import type { OfficerFact } from '../../officers/registers/officers.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { lineField, linesField } from '../../platform/web/forms/texts.ts'
import type { LearningProblem } from '../app/learning.ts'
import { auditGrades } from '../registers/audits.ts'
import { observationKinds } from '../registers/observations.ts'

/** The form on which an audit is written down. */
export const auditForm = formOf({
  on: dayField('The day of the audit'),
  child: lineField({ most: 40 }),
  programme: lineField({ most: 100 }),
  theme: lineField({ most: 100 }),
  auditor: lineField({ most: 100 }),
  grade: choiceField(itemsOf(auditGrades), { or: 'Not graded yet' }),
})

/** The form on which an audit is graded and talked over. */
export const discussionForm = formOf({
  grade: choiceField(itemsOf(auditGrades), { or: 'Not graded yet' }),
  discussedOn: dayField('The day it was talked over'),
  discussion: linesField({ most: 2_000 }),
})

/** The form on which an action is added. */
export const actionForm = formOf({
  text: linesField({ most: 2_000 }),
  owner: lineField({ most: 100 }),
  dueOn: dayField('The day by which it is to be done'),
})

/** The form on which an observation is written down. */
export const observationForm = (officers: readonly OfficerFact[]) =>
  formOf({
    on: dayField('The day'),
    officerId: choiceField(
      officers.map(({ officerId, name }) => ({ value: officerId, text: name })),
      { first: 'Choose an officer' },
    ),
    observer: lineField({ most: 100 }),
    kind: choiceField(itemsOf(observationKinds)),
    strengths: linesField({ most: 2_000 }),
    toImprove: linesField({ most: 2_000 }),
    themes: lineField({ most: 200 }),
    childComment: linesField({ most: 2_000 }),
  })

/** What is wrong, where it is put right. */
export const learningFaults = (problems: readonly LearningProblem[]) =>
  faultsOf(
    problems,
    {
      day_missing: 'on',
      day_in_future: 'on',
      no_such_child: 'child',
      text_missing: 'text',
      owner_missing: 'owner',
      officer_missing: 'officerId',
      observer_missing: 'observer',
      kind_missing: 'kind',
      discussed_in_future: 'discussedOn',
      not_kept: null,
    },
    problemText,
  )

function problemText(problem: LearningProblem): string {
  switch (problem.code) {
    case 'day_missing':
      return 'Enter the day, like 27 3 2026'
    case 'day_in_future':
      return 'The day must be today or in the past'
    case 'no_such_child':
      return 'Enter the identifier of a child who is known here, or leave it blank'
    case 'text_missing':
      return 'Enter what is to be done'
    case 'owner_missing':
      return 'Enter who does it'
    case 'officer_missing':
      return 'Choose who was observed'
    case 'observer_missing':
      return 'Enter who observed'
    case 'kind_missing':
      return 'Choose who the observer is'
    case 'discussed_in_future':
      return 'The day it was talked over must be today or in the past'
    case 'not_kept':
      return problem.why
  }
}
