import { type World, historyOf } from '../../children/domain/world.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { type ChildPage, childPagePath } from '../../oversight/web/childPage.ts'
import { isLater, missing, rowForm } from '../../oversight/web/rowForm.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { lineField } from '../../platform/web/forms/texts.ts'
import { type PreparedStep, beingPrepared, checklistOf } from '../domain/preparation.ts'
import { watchedPermissions } from '../permissions.ts'
import {
  type PreparationStep,
  preparationStepNames,
  preparationSteps,
  readiness,
} from '../registers/preparationSteps.ts'

/** A step in words. */
export const stepWords = (step: PreparationStep): string => preparationStepNames[step]

const stepForm = rowForm({
  name: 'step',
  heading: 'Write down a step that is done',
  button: 'Save the step',
  what: 'wrote down a step of preparation for leaving care',
  done: 'The step is saved.',
  register: preparationSteps,
  form: formOf({
    step: choiceField(itemsOf(preparationStepNames), { first: 'Choose a step' }),
    on: dayField('The day'),
    rating: choiceField(itemsOf(readiness), { first: 'No rating' }),
    note: lineField({ most: 300 }),
  }),
  layout: {
    step: { kind: 'select', label: 'Which step' },
    on: { kind: 'day', label: 'The day it was done' },
    rating: {
      kind: 'select',
      label: 'How ready the young person is',
      hint: 'Only for the rating a month before leaving.',
    },
    note: { kind: 'line', label: 'Note (optional)' },
  },
  rowOf: ({ step, on, rating, note }, { world, child }) => {
    const faults = missing(
      ['step', step === null, 'Choose the step'],
      ['on', on === null, 'Enter the day, like 27 3 2026'],
      ['on', isLater(on, world), 'The day must be today or in the past'],
      ['rating', step === 'RATING' && rating === null, 'Choose how ready the young person is'],
      ['rating', step !== null && step !== 'RATING' && rating !== null, 'Only the rating a month before leaving says how ready the young person is'], // prettier-ignore
    )
    return step === null || on === null || faults.length > 0 ? faults : { child, step, on, rating, note }
  },
})

const bornOnOf = (world: World, child: string) => historyOf(world, child)?.record.bornOn ?? null

const ageWords = ({ atAge: { years, months } }: PreparedStep): string =>
  months === 0 ? `${years}` : `${years} and ${counted(months, 'month')}`

/** A young person's checklist before leaving care, by age with dates. */
export const preparationPage: ChildPage = {
  path: 'preparation',
  title: 'Preparing to leave care',
  intro:
    'What is done before someone leaves care, by age. The assessment of needs and the pathway plan are the law’s (16 and 3 months); the other ages are usual.',
  permission: watchedPermissions.write,
  looked: 'looked at how a young person is prepared for leaving care',
  forms: () => [stepForm],
  tables: (world, child) => {
    const bornOn = bornOnOf(world, child)
    return [
      {
        caption: 'Checklist',
        columns: ['Step', 'By the age of', 'By', 'Done', 'Note'],
        rows: (bornOn ? checklistOf(world, child, bornOn) : []).map((one) => [
          stepWords(one.step),
          ageWords(one),
          longDate(one.by),
          one.done ? longDate(one.done.on) : one.isLate ? 'Late' : 'Not yet',
          [one.done?.rating ? readiness[one.done.rating] : '', one.done?.note ?? ''].filter(Boolean).join('. '),
        ]),
        empty: 'The date of birth is not known, so that no dates can be worked out.',
      },
    ]
  },
}

/** What the page of someone of 16 or 17 shows of it; null for anyone else. */
export function preparationPanel(world: World, child: string, code: string, mayWrite: boolean): ChildPanel | null {
  const own = beingPrepared(world).find((one) => one.child === child)
  if (!own) return null
  const late = own.steps.filter(({ isLate }) => isLate)
  const done = own.steps.filter((one) => one.done !== null)
  const link = mayWrite ? { href: childPagePath(code, child, preparationPage), text: 'Open the checklist' } : null
  return {
    heading: preparationPage.title,
    items: [
      { text: `${done.length} of ${counted(own.steps.length, 'step')} done. 18 on ${longDate(own.eighteenOn)}.`, link },
      ...late.map(({ step, by }) => ({ text: `${stepWords(step)}: was to be done by ${longDate(by)}.`, link: null })),
    ],
  }
}
