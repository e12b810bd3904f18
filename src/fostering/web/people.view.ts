import { CHANGED_MEANWHILE } from '../../kernel/words.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { channels } from '../../participation/registers/contacts.ts'
import { emailField, hiddenField, lineField, linesField, telephoneField } from '../../platform/web/forms/texts.ts'
import type { HouseholdProblem } from '../app/households.ts'
import { householdParties } from '../registers/fosterHouseholds.ts'

/** The form of an approval. */
export const approvalForm = formOf({
  replaces: hiddenField(),
  carerRef: lineField({ most: 60 }),
  approvedOn: dayField('The day of the approval'),
  kind: choiceField(itemsOf({ MAINSTREAM: 'Mainstream carers', CONNECTED_PERSON: 'Connected persons' }), {
    or: 'Not recorded',
  }),
  approvedFor: lineField({ most: 200 }),
  firstPlacementOn: dayField('The day of the first placement'),
  ceasedOn: dayField('The day on which the approval ended'),
})

/** The form of someone in a household. */
export const memberForm = formOf({
  party: choiceField(itemsOf(householdParties)),
  person: lineField({ most: 100 }),
  channel: choiceField(itemsOf(channels), { first: 'Nobody has asked' }),
  email: emailField(),
  phone: telephoneField(),
  address: linesField({ most: 500 }),
  from: dayField('The first day'),
  to: dayField('The day on which it ended'),
})

/** What is wrong with an approval, where it is put right. */
export const approvalFaults = (problems: readonly HouseholdProblem[]) =>
  faultsOf(
    problems,
    {
      ref_missing: 'carerRef',
      ref_taken: 'carerRef',
      approved_missing: 'approvedOn',
      day_in_future: 'approvedOn',
      party_missing: null,
      person_missing: null,
      from_missing: null,
      no_such_child: null,
      no_such_household: null,
      changed_meanwhile: null,
      not_kept: null,
    },
    problemText,
  )

/** What is wrong with someone of a household, where it is put right. */
export const memberFaults = (problems: readonly HouseholdProblem[]) =>
  faultsOf(
    problems,
    {
      ref_missing: null,
      ref_taken: null,
      approved_missing: null,
      day_in_future: 'from',
      party_missing: 'party',
      person_missing: 'person',
      from_missing: 'from',
      no_such_child: 'person',
      no_such_household: null,
      changed_meanwhile: null,
      not_kept: null,
    },
    problemText,
  )

function problemText(problem: HouseholdProblem): string {
  switch (problem.code) {
    case 'ref_missing':
      return 'Enter the reference of the household'
    case 'ref_taken':
      return 'Another household has this reference'
    case 'approved_missing':
      return 'Enter the day of the approval, like 27 3 2026'
    case 'day_in_future':
      return 'The day must be today or in the past'
    case 'party_missing':
      return 'Choose what the person is to the household'
    case 'person_missing':
      return 'Enter the name, or of a child placed the identifier'
    case 'from_missing':
      return 'Enter the first day, like 27 3 2026'
    case 'no_such_child':
      return 'Enter the identifier of a child who is known here'
    case 'no_such_household':
      return 'This household is not recorded'
    case 'changed_meanwhile':
      return CHANGED_MEANWHILE
    case 'not_kept':
      return problem.why
  }
}
