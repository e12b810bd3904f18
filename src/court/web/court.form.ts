import { CHANGED_MEANWHILE } from '../../kernel/words.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { hiddenField, lineField, numberField } from '../../platform/web/forms/texts.ts'
import type { CourtProblem } from '../app/court.ts'
import { hearingKinds } from '../registers/hearings.ts'

/** Proceedings, written down or corrected. */
export const proceedingsForm = formOf({
  issuedOn: dayField('The day of issue'),
  guardian: lineField(),
  guardianContactOn: dayField('The day on which guardian and IRO were in touch'),
  extendedByWeeks: numberField('Enter whole weeks, like 8', { isWhole: true }),
  concludedOn: dayField('The day on which they ended'),
  outcome: lineField(),
  handoverOn: dayField('The day of the handover'),
  ref: hiddenField(),
  replaces: hiddenField(),
})

/** A hearing. */
export const hearingForm = formOf({
  on: dayField('The day of the hearing'),
  kind: choiceField(itemsOf(hearingKinds), { first: 'Choose what it is for' }),
  ref: hiddenField(),
})

/** A paper of the court. */
export const paperForm = formOf({
  kind: lineField({ most: 100 }),
  receivedOn: dayField('The day on which the lawyers received it'),
  sentToIroOn: dayField('The day on which its copy was sent'),
  ref: hiddenField(),
})

const fieldByCode = {
  issued_missing: 'issuedOn',
  day_missing: 'on',
  received_missing: 'receivedOn',
  kind_missing: 'kind',
  in_future: null,
  no_proceedings: null,
  not_kept: null,
  changed_meanwhile: null,
} as const

const texts = {
  issued_missing: 'Enter the day on which the application was issued',
  day_missing: 'Enter the day of the hearing',
  received_missing: 'Enter the day on which the lawyers received it',
  kind_missing: 'Enter what the paper is',
  in_future: 'The days must be today or in the past',
  no_proceedings: 'These proceedings are not recorded',
  changed_meanwhile: CHANGED_MEANWHILE,
} as const

/** What is wrong, where it is put right. */
export const courtFaults = <Name extends string>(
  problems: readonly CourtProblem[],
  isField: (name: string) => name is Name,
) =>
  faultsOf(problems, fieldByCode, (problem) => (problem.code === 'not_kept' ? problem.why : texts[problem.code])).map(
    ({ field, text }) => ({ field: field !== null && isField(field) ? field : null, text }),
  )
