import { compareDates, isSameDay, longDate, longDateOr } from '../../kernel/dates.ts'
import type { RowPage } from '../../oversight/web/childPage.ts'
import { isLater, missing, rowForm } from '../../oversight/web/rowForm.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { lineField } from '../../platform/web/forms/texts.ts'
import { formats } from '../../reviews/registers/formats.ts'
import { recordsOf } from '../../world/world.ts'
import { checksOf, latestChecks } from '../domain/checks.ts'
import { fosteringPermissions } from '../permissions.ts'
import { fosterCheckKinds, fosterChecks } from '../registers/fosterChecks.ts'
import { fosterSurveys } from '../registers/fosterSurveys.ts'

const checkForm = rowForm({
  name: 'check',
  heading: 'A check, or a visit that was not announced',
  button: 'Save the check',
  what: 'wrote down a check of a fostering household',
  done: 'The check is saved.',
  register: fosterChecks,
  form: formOf({
    kind: choiceField(itemsOf(fosterCheckKinds), { first: 'Choose what was looked at' }),
    on: dayField('The day'),
    person: lineField({ most: 100 }),
  }),
  layout: {
    kind: { kind: 'select', label: 'What was looked at' },
    on: { kind: 'day', label: 'The day' },
    person: { kind: 'line', label: 'Of whom (optional)', hint: 'The name, where it is about one person.' },
  },
  rowOf: ({ kind, on, person }, { world, child: carerRef }) => {
    const faults = missing(
      ['kind', kind === null, 'Choose what was looked at'],
      ['on', on === null, 'Enter the day, like 27 3 2026'],
      ['on', isLater(on, world), 'The day must be today or in the past'],
    )
    return kind === null || on === null || faults.length > 0 ? faults : { carerRef, kind, on, person }
  },
})

const surveyForm = rowForm({
  name: 'survey',
  heading: 'A survey of the carers',
  button: 'Save the survey',
  what: 'wrote down a survey of foster carers',
  done: 'The survey is saved.',
  register: fosterSurveys,
  form: formOf({
    sentOn: dayField('The day it was sent'),
    returnedOn: dayField('The day it came back'),
    prefers: choiceField(itemsOf(formats), { first: 'They do not say' }),
    comment: lineField({ most: 300 }),
  }),
  layout: {
    sentOn: { kind: 'day', label: 'The day it was sent' },
    returnedOn: { kind: 'day', label: 'The day it came back (optional)' },
    prefers: { kind: 'select', label: 'How the carers would rather meet' },
    comment: { kind: 'line', label: 'What they say (optional)' },
  },
  rowOf: ({ sentOn, returnedOn, prefers, comment }, { world, child: carerRef }) => {
    const faults = missing(
      ['sentOn', sentOn === null, 'Enter the day it was sent, like 27 3 2026'],
      ['sentOn', isLater(sentOn, world), 'The day it was sent must be today or in the past'],
      ['returnedOn', isLater(returnedOn, world), 'The day it came back must be today or in the past'],
    )
    if (sentOn === null || faults.length > 0) return faults
    const before = recordsOf(world, fosterSurveys).find(
      (one) => one.carerRef === carerRef && isSameDay(one.sentOn, sentOn),
    )
    return {
      carerRef,
      sentOn,
      returnedOn: returnedOn ?? before?.returnedOn ?? null,
      prefers: prefers ?? before?.prefers ?? null,
      comment: comment ?? before?.comment ?? null,
    }
  },
})

/** Checks of a household, and surveys of its carers. */
export const checksPage: RowPage = {
  title: 'Checks, unannounced visits and surveys',
  intro:
    'The record of the next review begins with these: the visits since the last review, and when each check is made again.',
  permission: fosteringPermissions.manage,
  looked: 'looked at the checks of a fostering household',
  forms: () => [checkForm, surveyForm],
  tables: (world, carerRef) => [
    {
      caption: 'The latest of each',
      columns: ['What', 'Of whom', 'When', 'Again by'],
      rows: latestChecks(world, carerRef).map(({ kind, person, on, againBy, isLate }) => [
        fosterCheckKinds[kind],
        person ?? '',
        longDate(on),
        againBy === null ? '' : `${longDate(againBy)}${isLate ? ' (late)' : ''}`,
      ]),
      empty: 'No check is recorded.',
    },
    {
      caption: 'Unannounced visits',
      columns: ['When'],
      rows: checksOf(world, carerRef).flatMap(({ kind, on }) => (kind === 'UNANNOUNCED_VISIT' ? [[longDate(on)]] : [])).toReversed(), // prettier-ignore
      empty: 'No unannounced visit is recorded.',
    },
    {
      caption: 'Surveys of the carers',
      columns: ['Sent', 'Came back', 'Would rather meet', 'What they say'],
      rows: recordsOf(world, fosterSurveys)
        .filter((one) => one.carerRef === carerRef)
        .toSorted((a, b) => compareDates(b.sentOn, a.sentOn))
        .map(({ sentOn, returnedOn, prefers, comment }) => [
          longDate(sentOn),
          longDateOr(returnedOn, ''),
          prefers ? formats[prefers] : '',
          comment ?? '',
        ]),
      empty: 'No survey was sent.',
    },
  ],
}
