import type { World } from '../../children/domain/world.ts'
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
import { type FosterEventFact, fosterEventKinds, fosterEvents, ladoOutcomes } from '../registers/fosterEvents.ts'

const yesNo = { yes: 'Yes', no: 'No' } as const

const eventForm = rowForm({
  name: 'event',
  heading: 'A new allegation or change',
  button: 'Save it',
  what: 'wrote down an allegation or a change of a fostering household',
  done: 'It is saved.',
  register: fosterEvents,
  form: formOf({
    kind: choiceField(itemsOf(fosterEventKinds), { first: 'Choose what it was' }),
    on: dayField('The day'),
    ladoToldOn: dayField('The day the designated officer was told'),
    note: lineField({ most: 300 }),
  }),
  layout: {
    kind: { kind: 'select', label: 'What it was' },
    on: { kind: 'day', label: 'The day on which the service heard of it' },
    ladoToldOn: { kind: 'day', label: 'The day the designated officer (LADO) was told (optional)' },
    note: { kind: 'line', label: 'Note, without names (optional)' },
  },
  rowOf: ({ kind, on, ladoToldOn, note }, { world, child: carerRef }) => {
    const faults = missing(
      ['kind', kind === null, 'Choose what it was'],
      ['on', on === null, 'Enter the day, like 27 3 2026'],
      ['on', isLater(on, world), 'The day must be today or in the past'],
      [
        'ladoToldOn',
        isLater(ladoToldOn, world),
        'The day the designated officer was told must be today or in the past',
      ],
    )
    if (kind === null || on === null || faults.length > 0) return faults
    const before = eventsOf(world, carerRef).find((one) => one.kind === kind && isSameDay(one.on, on))
    // Written down again, it keeps what was said of it since.
    const known = before ?? { ...nothingSince, carerRef, kind, on }
    return { ...known, ladoToldOn: ladoToldOn ?? known.ladoToldOn, note: note ?? known.note }
  },
})

/** Of an allegation or a change of which nothing has been heard since. */
const nothingSince = {
  ladoToldOn: null,
  endedOn: null,
  ladoOutcome: null,
  decidedOn: null,
  isReviewNeeded: null,
  note: null,
} as const

const whichOf = ({ kind, on }: FosterEventFact): string => `${kind} ${on.toString()}`

/** What came of an allegation or a change since. */
function sinceForm(open: readonly FosterEventFact[]) {
  const items = open.map((event) => ({ value: whichOf(event), text: `${fosterEventKinds[event.kind]}, ${longDate(event.on)}` })) // prettier-ignore
  return rowForm({
    name: 'since',
    heading: 'What came of one that is recorded',
    button: 'Save what came of it',
    what: 'wrote down what came of an allegation or a change of a fostering household',
    done: 'It is saved.',
    register: fosterEvents,
    form: formOf({
      which: choiceField(items, { first: 'Choose the allegation or the change' }),
      toldOn: dayField('The day the designated officer was told'),
      endedOn: dayField('The day the investigation ended'),
      ladoOutcome: choiceField(itemsOf(ladoOutcomes), { first: 'Not known yet' }),
      isReviewNeeded: choiceField(itemsOf(yesNo), { first: 'Not decided yet' }),
      decidedOn: dayField('The day of the decision'),
    }),
    layout: {
      which: { kind: 'select', label: 'Which' },
      toldOn: { kind: 'day', label: 'The LADO was told on, if it is not entered yet (optional)' },
      endedOn: {
        kind: 'day',
        label: 'The day the investigation ended (optional)',
        hint: 'Leave it blank while the investigation goes on: the review waits for its end.',
      },
      ladoOutcome: { kind: 'select', label: 'What the designated officer (LADO) found' },
      isReviewNeeded: { kind: 'select', label: 'Is the household reviewed sooner?' },
      decidedOn: { kind: 'day', label: 'The day that was decided (optional)' },
    },
    rowOf: ({ which, toldOn, isReviewNeeded, ...said }, { world }) => {
      const event = open.find((one) => whichOf(one) === which)
      // What was left blank this time stays as it was.
      const decidedOn = said.decidedOn ?? event?.decidedOn ?? null
      const isNeeded = isReviewNeeded === null ? (event?.isReviewNeeded ?? null) : isReviewNeeded === 'yes'
      const faults = missing(
        ['which', event === undefined, 'Choose the allegation or the change'],
        ['toldOn', isLater(toldOn, world), 'The day the designated officer was told must be today or in the past'],
        ['endedOn', isLater(said.endedOn, world), 'The day the investigation ended must be today or in the past'],
        ['decidedOn', isLater(said.decidedOn, world), 'The day of the decision must be today or in the past'],
        ['decidedOn', isNeeded !== null && decidedOn === null, 'Enter the day on which it was decided'],
      )
      if (event === undefined || faults.length > 0) return faults
      return {
        ...event,
        ladoToldOn: toldOn ?? event.ladoToldOn,
        endedOn: said.endedOn ?? event.endedOn,
        ladoOutcome: said.ladoOutcome ?? event.ladoOutcome,
        decidedOn,
        isReviewNeeded: isNeeded,
      }
    },
  })
}

/** The allegations and changes of which more may be heard, the latest first. */
function openEvents(world: World, carerRef: string): FosterEventFact[] {
  const household = householdOf(world, carerRef)
  if (!household) return []
  return eventsOf(world, carerRef)
    .filter((event) => !['reviewed', 'no_review'].includes(standingOf(event, household)) || event.ladoOutcome === null)
    .toReversed()
}

/** Allegations against a household and changes of it. */
export const eventsPage: RowPage = {
  title: 'Allegations and changes',
  intro:
    'What may lead to a review before the year is over: what was heard, what the designated officer (LADO) found, and what was decided.',
  permission: fosteringPermissions.manage,
  looked: 'looked at allegations and changes of a fostering household',
  forms: (world, carerRef) => {
    const open = openEvents(world, carerRef)
    return [{ ...sinceForm(open), isOffered: open.length > 0 }, eventForm]
  },
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
