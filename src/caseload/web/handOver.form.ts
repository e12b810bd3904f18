import type { OfficerFact } from '../../officers/registers/officers.ts'
import type { NewAllocation } from '../domain/allocationStep.ts'
import { choiceField, chosenField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { formOf, type FaultIn, type TypedIn } from '../../platform/web/forms/form.ts'
import { linesField, textsField } from '../../platform/web/forms/texts.ts'
import { type AllocationProblem, allocationProblemText } from '../domain/allocationProblems.ts'
import { officerItems } from './words.ts'

/** The form in which an officer's children are handed over to others. The lists stand side by side: one place for each child. */
export const handOverForm = (takers: readonly OfficerFact[]) =>
  formOf({
    day: dayField('The first day of the new IROs'),
    reason: linesField(),
    note: linesField(),
    how: chosenField(
      [
        {
          value: 'spread',
          text: 'As in the list below',
          hint: {
            text: 'Proposed so that brothers and sisters stay together, and everyone has their share by full-time equivalent.',
          },
        },
        { value: 'one', text: 'All to one IRO', hint: { text: 'Choose the IRO below.' } },
      ],
      'spread',
    ),
    everyoneTo: choiceField(officerItems(takers), { first: 'Choose an IRO' }),
    child: textsField(),
    replaces: textsField(),
    to: textsField(),
    apartReason: linesField(),
    reviews: chosenField(
      [
        { value: 'own', text: 'Give each to the child’s new IRO, at the same day and time' },
        {
          value: 'later',
          text: 'Leave them for now',
          hint: { text: 'They stand on My work until they are given to others.' },
        },
      ],
      'own',
    ),
    /** What was asked for: to look at the answers, to change them, or to hand over. */
    step: chosenField(itemsOf({ check: 'Continue', change: 'Change', confirm: 'Hand over' }), 'check'),
  })
export type HandOverForm = ReturnType<typeof handOverForm>

/** The children that a form hands over, and to whom. Those without a new officer stay. */
export function newAllocationsIn({ how, everyoneTo, child, replaces, to }: TypedIn<HandOverForm>): NewAllocation[] {
  return child.flatMap((id, index) => {
    const officerId = how === 'one' ? everyoneTo : (to[index] ?? '')
    return officerId === '' && how !== 'one' ? [] : [{ child: id, officerId, replaces: replaces[index] ?? '' }]
  })
}

/** What is wrong with handing children over, where it is put right: of one child, beside it. */
export const handOverFaults = (problems: readonly AllocationProblem[]): FaultIn<HandOverForm>[] =>
  problems.map((problem) => ({ ...placeOf(problem), text: allocationProblemText(problem) }))

function placeOf(problem: AllocationProblem): Pick<FaultIn<HandOverForm>, 'field' | 'part'> {
  switch (problem.code) {
    case 'nobody_chosen':
      return { field: 'how' }
    case 'day_missing':
    case 'day_too_far':
      return { field: 'day' }
    case 'reason_missing':
      return { field: 'reason' }
    case 'apart_reason_missing':
      return { field: 'apartReason' }
    case 'not_kept':
      return { field: null }
    case 'day_before_start':
    case 'officer_missing':
    case 'officer_unknown':
    case 'not_reviewing':
    case 'not_in_post':
    case 'same_officer':
    case 'changed_meanwhile':
    case 'planned_already':
    case 'parent_and_child':
    case 'officer_not_free':
    case 'care_goes_on':
      return { field: 'to', part: problem.child }
  }
}
