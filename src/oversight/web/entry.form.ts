import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { lineField, linesField, numberField } from '../../platform/web/forms/texts.ts'
import { recordsOf } from '../../world/world.ts'
import { officers } from '../../officers/registers/officers.ts'
import { contactPlans } from '../registers/contactPlans.ts'
import { oversight, oversightKinds } from '../registers/oversight.ts'
import { ratingWords, ratings } from '../registers/ratings.ts'
import { type Writing, dayFaults, missing, rowForm } from './rowForm.ts'

/** A short note of what an IRO did: it meets every time limit that asks for it. */
export const entryForm = rowForm({
  name: 'entry',
  heading: 'Write down what was done',
  button: 'Save the note',
  what: 'wrote an oversight entry',
  done: 'The note is saved.',
  register: oversight,
  form: formOf({
    kind: choiceField(itemsOf(oversightKinds), { first: 'Choose what was done' }),
    on: dayField('The day'),
    note: linesField({ most: 1000 }),
  }),
  layout: {
    kind: { kind: 'select', label: 'What was done between reviews' },
    on: { kind: 'day', label: 'When it was done' },
    note: { kind: 'text', label: 'Note (optional)', hint: 'A sentence or two: what you saw, and what follows.' },
  },
  rowOf: ({ kind, on, note }, writing) => {
    const faults = [
      ...missing(['kind', kind === null, 'Choose what was done']),
      ...dayFaults('on', on, writing, 'the day on which it was done'),
    ]
    return kind === null || on === null || faults.length > 0
      ? faults
      : { child: writing.child, on, kind, officerId: knownOfficer(writing), note }
  },
})

/** The user, where they are an officer of the register. */
const knownOfficer = ({ world, officerId }: Writing): string | null =>
  recordsOf(world, officers).some((officer) => officer.officerId === officerId) ? officerId : null

/** The rating changed between reviews. */
export const ratingForm = rowForm({
  name: 'rating',
  heading: 'Change the rating between reviews',
  button: 'Save the rating',
  what: 'changed the rating of a child',
  done: 'The rating is saved.',
  register: ratings,
  form: formOf({
    rating: choiceField(itemsOf(ratingWords), { first: 'Choose a rating' }),
    on: dayField('The day'),
    why: lineField(),
  }),
  layout: {
    rating: { kind: 'select', label: 'Rating' },
    on: { kind: 'day', label: 'From which day' },
    why: { kind: 'line', label: 'Why (optional)' },
  },
  rowOf: ({ rating, on, why }, writing) => {
    const faults = [
      ...missing(['rating', rating === null, 'Choose a rating']),
      ...dayFaults('on', on, writing, 'the day of the rating'),
    ]
    return rating === null || on === null || faults.length > 0 ? faults : { child: writing.child, on, rating, why }
  },
})

/** What was agreed about keeping in touch. */
export const planForm = rowForm({
  name: 'plan',
  heading: 'What you agreed about keeping in touch',
  button: 'Save what was agreed',
  what: 'wrote down how a child and the IRO keep in touch',
  done: 'What was agreed is saved.',
  register: contactPlans,
  form: formOf({
    everyWeeks: numberField('Enter the weeks as a whole number, like 4', { isWhole: true }),
    how: lineField(),
    from: dayField('The day'),
  }),
  layout: {
    everyWeeks: { kind: 'number', label: 'How many weeks may pass between two contacts' },
    how: {
      kind: 'line',
      label: 'How you keep in touch (optional)',
      hint: 'As the child likes it: by text message, on the telephone.',
    },
    from: { kind: 'day', label: 'From which day' },
  },
  rowOf: ({ everyWeeks, how, from }, writing) => {
    const faults = [
      ...missing(
        ['everyWeeks', everyWeeks === null, 'Enter how many weeks may pass'],
        ['everyWeeks', everyWeeks !== null && (everyWeeks < 1 || everyWeeks > 52), 'Enter from 1 to 52 weeks'],
      ),
      ...dayFaults('from', from, writing, 'the day from which it holds'),
    ]
    return everyWeeks === null || from === null || faults.length > 0
      ? faults
      : { child: writing.child, from, everyWeeks, how, to: null }
  },
})
