import { isSameDay, longDate, longDateOr } from '../../kernel/dates.ts'
import type { RowPage } from '../../oversight/web/childPage.ts'
import { isLater, missing, rowForm } from '../../oversight/web/rowForm.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { lineField } from '../../platform/web/forms/texts.ts'
import { eventsOf, standingOf, standings } from '../domain/events.ts'
import { householdOf } from '../domain/households.ts'
import { fosteringPermissions } from '../permissions.ts'
import { fosterEventKinds, fosterEvents, ladoOutcomes } from '../registers/fosterEvents.ts'

const yesNo = { yes: 'Yes', no: 'No' } as const

const eventForm = rowForm({
  name: 'event',
  heading: 'An allegation or a change',
  button: 'Save it',
  what: 'wrote down an allegation or a change of a fostering household',
  done: 'It is saved.',
  register: fosterEvents,
  form: formOf({
    kind: choiceField(itemsOf(fosterEventKinds), { first: 'Choose what it was' }),
    on: dayField('The day'),
    ladoToldOn: dayField('The day the designated officer was told'),
    endedOn: dayField('The day the investigation ended'),
    ladoOutcome: choiceField(itemsOf(ladoOutcomes), { first: 'Not known yet' }),
    isReviewNeeded: choiceField(itemsOf(yesNo), { first: 'Not decided yet' }),
    decidedOn: dayField('The day of the decision'),
    note: lineField({ most: 300 }),
  }),
  layout: {
    kind: { kind: 'select', label: 'What it was' },
    on: { kind: 'day', label: 'The day on which the service heard of it' },
    ladoToldOn: { kind: 'day', label: 'The day the designated officer (LADO) was told (optional)' },
    endedOn: {
      kind: 'day',
      label: 'The day the investigation ended (optional)',
      hint: 'Leave it blank while the investigation goes on: the review waits for its end.',
    },
    ladoOutcome: { kind: 'select', label: 'What the designated officer (LADO) found' },
    isReviewNeeded: { kind: 'select', label: 'Is the household reviewed sooner?' },
    decidedOn: { kind: 'day', label: 'The day that was decided (optional)' },
    note: { kind: 'line', label: 'Note, without names (optional)' },
  },
  rowOf: ({ kind, on, isReviewNeeded, ...said }, { world, child: carerRef }) => {
    // What was left blank this time stays as it was.
    const before = eventsOf(world, carerRef).find((one) => one.kind === kind && on && isSameDay(one.on, on))
    const decidedOn = said.decidedOn ?? before?.decidedOn ?? null
    const isNeeded = isReviewNeeded === null ? (before?.isReviewNeeded ?? null) : isReviewNeeded === 'yes'
    const faults = missing(
      ['kind', kind === null, 'Choose what it was'],
      ['on', on === null, 'Enter the day, like 27 3 2026'],
      ['on', isLater(on, world), 'The day must be today or in the past'],
      [
        'ladoToldOn',
        isLater(said.ladoToldOn, world),
        'The day the designated officer was told must be today or in the past',
      ],
      ['endedOn', isLater(said.endedOn, world), 'The day the investigation ended must be today or in the past'],
      ['decidedOn', isLater(said.decidedOn, world), 'The day of the decision must be today or in the past'],
      ['decidedOn', isNeeded !== null && decidedOn === null, 'Enter the day on which it was decided'],
    )
    if (kind === null || on === null || faults.length > 0) return faults
    return {
      carerRef,
      kind,
      on,
      ladoToldOn: said.ladoToldOn ?? before?.ladoToldOn ?? null,
      endedOn: said.endedOn ?? before?.endedOn ?? null,
      ladoOutcome: said.ladoOutcome ?? before?.ladoOutcome ?? null,
      decidedOn,
      isReviewNeeded: isNeeded,
      note: said.note ?? before?.note ?? null,
    }
  },
})

/** Allegations against a household and changes of it. */
export const eventsPage: RowPage = {
  title: 'Allegations and changes',
  intro:
    'What may lead to a review before the year is over. Enter the same kind and day again to say what the designated officer (LADO) found, or what was decided.',
  permission: fosteringPermissions.manage,
  looked: 'looked at allegations and changes of a fostering household',
  forms: () => [eventForm],
  tables: (world, carerRef) => {
    const household = householdOf(world, carerRef)
    return [
      {
        caption: 'What is recorded',
        columns: ['What', 'When', 'LADO told', 'Investigation ended', 'Found', 'Where it stands'],
        rows: (household ? eventsOf(world, carerRef) : [])
          .toReversed()
          .map((event) => [
            fosterEventKinds[event.kind],
            longDate(event.on),
            longDateOr(event.ladoToldOn, ''),
            longDateOr(event.endedOn, ''),
            event.ladoOutcome ? ladoOutcomes[event.ladoOutcome] : '',
            household ? standings[standingOf(event, household)] : '',
          ]),
        empty: 'No allegation and no change is recorded.',
      },
    ]
  },
}
