import { officerRoles } from '../../officers/registers/officers.ts'
import { versionOf } from '../../registers/version.ts'
import type { OfficerFact } from '../../officers/registers/officers.ts'
import { choiceField, chosenField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { type FaultIn, type TypedIn, type ValuesIn, formOf } from '../../platform/web/forms/form.ts'
import { emailField, hiddenField, lineField, numberField } from '../../platform/web/forms/texts.ts'
import { type OfficerEntry, type OfficerProblem, employments, officerProblemText } from '../domain/officers.ts'
import { type AbsenceProblem, absenceKinds, absenceProblemText } from '../domain/absenceEntry.ts'

const FTE = 'Enter the share of full time as a number above 0 and up to 1, like 0.8'

/** The form of an officer. */
export const officerForm = formOf({
  replaces: hiddenField(),
  officerId: lineField(),
  name: lineField(),
  role: choiceField(itemsOf(officerRoles)),
  fte: numberField(FTE),
  startedOn: dayField('The first day in post'),
  endedOn: dayField('The last day in post'),
  employment: choiceField(itemsOf(employments)),
  qualifiedOn: dayField('The day of registration'),
  email: emailField(),
})

/** The form filled with what is known of an officer; blank for someone new. */
export const firstOfficer = (officer: OfficerFact | null): TypedIn<typeof officerForm> =>
  officer === null ? officerForm.first() : officerForm.first({ ...officer, replaces: versionOf(officer) })

/** What a form says of an officer. */
export function officerEntryOf(values: ValuesIn<typeof officerForm>, officerId: string): OfficerEntry {
  const { name, role, fte, startedOn, endedOn, employment, qualifiedOn, email } = values
  return { officerId, name: name ?? '', role, fte, startedOn, endedOn, employment, qualifiedOn, email }
}

/** The form of an absence. */
export const absenceForm = formOf({
  from: dayField('The first day away'),
  to: dayField('The last day away'),
  kind: chosenField(itemsOf(absenceKinds), 'OTHER'),
  /** What was asked for: to look at the reviews within it, to change it, or to enter it. */
  step: chosenField(itemsOf({ check: 'Continue', change: 'Change', confirm: 'Enter the absence' }), 'check'),
})

/** The form of an absence's last day. */
export const absenceEndForm = formOf({ replaces: hiddenField(), until: dayField('The last day away') })

/** What is wrong with an officer as entered, where it is put right. */
export const officerFaults = (problems: readonly OfficerProblem[]): FaultIn<typeof officerForm>[] =>
  faultsOf(
    problems,
    {
      id_missing: 'officerId',
      id_too_long: 'officerId',
      id_taken: 'officerId',
      name_missing: 'name',
      role_missing: 'role',
      fte_out_of_range: 'fte',
      start_missing: 'startedOn',
      ends_before_start: 'endedOn',
      changed_meanwhile: null,
      not_kept: null,
    },
    officerProblemText,
  )

/** What is wrong with an absence as entered, where it is put right. */
export const absenceFaults = (problems: readonly AbsenceProblem[]): FaultIn<typeof absenceForm>[] =>
  faultsOf(
    problems,
    {
      from_missing: 'from',
      overlaps: 'from',
      officer_unknown: 'from',
      to_missing: 'to',
      to_before_from: 'to',
      changed_meanwhile: null,
      not_kept: null,
    },
    absenceProblemText,
  )

/** What is wrong with another last day: all of it at that day. */
export const absenceEndFaults = (problems: readonly AbsenceProblem[]): FaultIn<typeof absenceEndForm>[] =>
  problems.map((problem) => ({ field: 'until', text: absenceProblemText(problem) }))
