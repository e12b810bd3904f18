import type { World } from '../../children/domain/world.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { hiddenField, lineField, linesField, numberField } from '../../platform/web/forms/texts.ts'
import type { FigureList } from '../../world/figures.ts'
import { type EntryProblem, POPULATION } from '../app/entries.ts'
import { aimOutcomes } from '../registers/aims.ts'

const figureItems = (figures: FigureList<World>) =>
  figures.all.map(({ id, label }) => ({ value: id, text: `${label} (${id})` }))

/** The form of an aim. */
export const aimForm = (figures: FigureList<World>) =>
  formOf({
    replaces: hiddenField(),
    aim: linesField({ most: 500 }),
    difference: linesField({ most: 1_000 }),
    figure: choiceField(figureItems(figures), { first: 'None' }),
    lead: lineField({ most: 100 }),
    dueOn: dayField('The day by which it is to be done'),
    outcome: choiceField(itemsOf(aimOutcomes), { or: 'Not recorded yet' }),
    cameOf: linesField({ most: 2_000 }),
  })

/** The form of a story. */
export const storyForm = formOf({
  replaces: hiddenField(),
  title: lineField({ most: 100 }),
  story: linesField({ most: 5_000 }),
  child: lineField({ most: 40 }),
})

/** Whose number a comparator is. */
export const comparatorGroups = {
  TARGET: 'The target set here',
  STATISTICAL_NEIGHBOURS: 'Statistical neighbours',
  REGION: 'The region',
  ENGLAND: 'England',
  AUTHORITY: 'The authority itself',
} as const

/** The form of a target or comparator: of a figure, or of the population. */
export const comparatorForm = (figures: FigureList<World>) =>
  formOf({
    measure: choiceField([...figureItems(figures), { value: POPULATION, text: 'Residents aged 0 to 17' }], {
      first: 'Choose a figure',
    }),
    group: choiceField(itemsOf(comparatorGroups)),
    value: numberField('Enter a number, like 95 or 62.5'),
    source: lineField({ most: 300 }),
  })

/** What is wrong, where it is put right. */
export const entryFaults = (problems: readonly EntryProblem[]) =>
  faultsOf(
    problems,
    {
      aim_missing: 'aim',
      title_missing: 'title',
      story_missing: 'story',
      no_such_child: 'child',
      own_story: null,
      measure_missing: 'measure',
      group_missing: 'group',
      value_missing: 'value',
      not_a_percentage: 'value',
      source_missing: 'source',
      changed_meanwhile: null,
      not_kept: null,
    },
    problemText,
  )

function problemText(problem: EntryProblem): string {
  switch (problem.code) {
    case 'aim_missing':
      return 'Enter what is to be reached'
    case 'title_missing':
      return 'Enter what the story is about, in a few words'
    case 'story_missing':
      return 'Enter the story'
    case 'no_such_child':
      return 'Enter the identifier of a child who is known here, or leave it blank'
    case 'own_story':
      return 'You wrote this story: someone else must read it'
    case 'measure_missing':
      return 'Choose the figure'
    case 'group_missing':
      return 'Choose whose number it is'
    case 'value_missing':
      return 'Enter the number'
    case 'not_a_percentage':
      return 'Enter a percentage from 0 to 100'
    case 'source_missing':
      return 'Enter where the number comes from, with its year'
    case 'changed_meanwhile':
      return 'Someone else has changed this meanwhile. Look at it again before you save'
    case 'not_kept':
      return problem.why
  }
}
