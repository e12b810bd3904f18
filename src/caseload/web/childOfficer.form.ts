import type { AllocationFact } from '../../officers/registers/allocations.ts'
import { versionOf } from '../../registers/version.ts'
import { choiceField, itemsOf, type Item } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { formOf, type FaultIn, type TypedIn } from '../../platform/web/forms/form.ts'
import { hiddenField, lineField, linesField } from '../../platform/web/forms/texts.ts'
import { type AllocationProblem, allocationProblemText } from '../domain/allocationProblems.ts'
import { type FamilyProblem, familyProblemText, kinships } from '../domain/family.ts'
import type { Suggestion } from '../domain/suggestions.ts'

/** The form in which a child is given one of these officers. */
export const giveForm = (officers: readonly Item[]) =>
  formOf({
    replaces: hiddenField(),
    officerId: choiceField(officers),
    day: dayField('The first day'),
    reason: linesField(),
    note: linesField(),
    apartReason: linesField(),
  })
/** The form by which a child is given an officer. */
export type GiveForm = ReturnType<typeof giveForm>

/** The form that ends an allocation. */
export const endForm = formOf({ replaces: hiddenField(), endDay: dayField('The day on which it ended') })

/** The form of a member of the family. */
export const tieForm = formOf({
  relative: lineField(),
  is: choiceField(itemsOf(kinships)),
  tieApartReason: linesField(),
})

/** That form as it is first shown. */
export function firstAllocation(
  form: GiveForm,
  current: AllocationFact | null,
  [first]: readonly Suggestion[],
): TypedIn<GiveForm> {
  // Whose child it becomes is proposed where nobody has it yet; who hands over chooses.
  const officerId = current === null ? (first?.officer.officerId ?? null) : null
  return form.first({ officerId, replaces: versionOf(current) })
}

/** What is wrong with giving a child to an officer, where it is put right. */
export const giveFaults = (problems: readonly AllocationProblem[]): FaultIn<GiveForm>[] =>
  faultsOf(
    problems,
    {
      day_missing: 'day',
      day_too_far: 'day',
      day_before_start: 'day',
      not_in_post: 'day',
      planned_already: 'day',
      reason_missing: 'reason',
      apart_reason_missing: 'apartReason',
      nobody_chosen: 'officerId',
      officer_missing: 'officerId',
      officer_unknown: 'officerId',
      not_reviewing: 'officerId',
      same_officer: 'officerId',
      changed_meanwhile: null,
      parent_and_child: 'officerId',
      officer_not_free: 'officerId',
      care_goes_on: 'officerId',
      not_kept: null,
    },
    allocationProblemText,
  )

/** What is wrong with ending an allocation: all of it at the day. */
export const endFaults = (problems: readonly AllocationProblem[]): FaultIn<typeof endForm>[] =>
  problems.map((problem) => ({ field: 'endDay', text: allocationProblemText(problem) }))

/** What is wrong with a member of the family as entered, where it is put right. */
export const tieFaults = (problems: readonly FamilyProblem[]): FaultIn<typeof tieForm>[] =>
  faultsOf(
    problems,
    {
      kinship_missing: 'is',
      apart_reason_missing: 'tieApartReason',
      relative_missing: 'relative',
      relative_unknown: 'relative',
      relative_is_the_child: 'relative',
      tied_already: 'relative',
      same_officer: 'relative',
      not_kept: null,
    },
    familyProblemText,
  )
