import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { lineField } from '../../platform/web/forms/texts.ts'
import type { PersonProblem } from '../app/addPerson.ts'
import { watchedKinds } from './person.form.ts'

/** The form on which someone is added whom no return names. */
export const personForm = formOf({
  kind: choiceField(itemsOf(watchedKinds)),
  child: lineField({ most: 40 }),
  from: dayField('The first day'),
  bornOn: dayField('The date of birth'),
  sex: choiceField([{ value: '1', text: 'Male' }, { value: '2', text: 'Female' }], { or: 'Not recorded' }), // prettier-ignore
  plannedFrom: dayField('The day it is to begin'),
  to: dayField('The day on which it ended'),
})

/** What is wrong with an entry, where it is put right. */
export const personFaults = (problems: readonly PersonProblem[]) =>
  faultsOf(
    problems,
    {
      child_missing: 'child',
      kind_missing: 'kind',
      from_missing: 'from',
      from_in_future: 'from',
      to_in_future: 'to',
      known_already: 'child',
      not_kept: null,
    },
    (problem) => {
      switch (problem.code) {
        case 'child_missing':
          return 'Enter the person’s identifier'
        case 'kind_missing':
          return 'Choose why the service watches over the person'
        case 'from_missing':
          return 'Enter the first day, like 27 3 2026'
        case 'from_in_future':
          return 'The first day must be today or in the past'
        case 'to_in_future':
          return 'The day on which it ended must be today or in the past'
        case 'known_already':
          return 'This person is recorded from this day already'
        case 'not_kept':
          return problem.why
      }
    },
  )
