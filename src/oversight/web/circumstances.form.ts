import { isAfter, isSameDay } from '../../kernel/dates.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { lineField } from '../../platform/web/forms/texts.ts'
import { reviewRequestsOf } from '../domain/entries.ts'
import { flagKinds, flags } from '../registers/flags.ts'
import { reviewRequests, reviewTriggers } from '../registers/reviewRequests.ts'
import { visitArrangementKinds, visitArrangements } from '../registers/visitArrangements.ts'
import { dayFaults, missing, rowForm } from './rowForm.ts'

/** A risk, with its beginning and end. */
export const flagForm = rowForm({
  name: 'flag',
  heading: 'A risk, with its beginning and end',
  button: 'Save the risk',
  what: 'wrote down a risk to a child',
  done: 'The risk is saved.',
  register: flags,
  form: formOf({
    kind: choiceField(itemsOf(flagKinds), { first: 'Choose the risk' }),
    from: dayField('The first day'),
    to: dayField('The day on which it ended'),
  }),
  layout: {
    kind: { kind: 'select', label: 'Which risk' },
    from: { kind: 'day', label: 'Since when' },
    to: {
      kind: 'day',
      label: 'When it ended (optional)',
      hint: 'To end a risk, enter it again with the day on which it ended.',
    },
  },
  rowOf: ({ kind, from, to }, writing) => {
    const faults = [
      ...missing(['kind', kind === null, 'Choose the risk']),
      ...dayFaults('from', from, writing, 'the first day of the risk'),
      ...missing(['to', from !== null && to !== null && isAfter(from, to), 'The risk must not end before it began']),
    ]
    return kind === null || from === null || faults.length > 0 ? faults : { child: writing.child, kind, from, to }
  },
})

/** A review asked for before the next one is due. */
export const requestForm = rowForm({
  name: 'request',
  heading: 'A review before the next one is due',
  button: 'Save what is asked for',
  what: 'asked for a review before the next one is due',
  done: 'It is saved, with its time limit.',
  register: reviewRequests,
  form: formOf({
    trigger: choiceField(itemsOf(reviewTriggers), { first: 'Choose why' }),
    askedOn: dayField('The day'),
    by: dayField('The day'),
    withdrawnOn: dayField('The day'),
    note: lineField(),
  }),
  layout: {
    trigger: { kind: 'select', label: 'Why a review is asked for' },
    askedOn: { kind: 'day', label: 'When it was asked for, or the reason was known' },
    by: { kind: 'day', label: 'By when it is to be held', hint: 'Before the change, the move or the release.' },
    withdrawnOn: {
      kind: 'day',
      label: 'When it was no longer asked for (optional)',
      hint: 'To withdraw it, enter it again with this day, and why.',
    },
    note: { kind: 'line', label: 'More of it (optional)' },
  },
  rowOf: ({ trigger, askedOn, by, withdrawnOn, note }, writing) => {
    const faults = [
      ...missing(['trigger', trigger === null, 'Choose why a review is asked for']),
      ...dayFaults('askedOn', askedOn, writing, 'the day on which it was asked for'),
      ...missing(
        ['by', by === null, 'Enter the day by which it is to be held, like 27 3 2026'],
        ['by', by !== null && askedOn !== null && isAfter(askedOn, by), 'It can’t be due before it was asked for'],
      ),
    ]
    // Written down again, it keeps the note that is left blank this time.
    const before = reviewRequestsOf(writing.world, writing.child).find(
      (one) => one.trigger === trigger && askedOn !== null && isSameDay(one.askedOn, askedOn),
    )
    return trigger === null || askedOn === null || by === null || faults.length > 0
      ? faults
      : { child: writing.child, trigger, askedOn, by, withdrawnOn, note: note ?? before?.note ?? null }
  },
})

/** What visits by the social worker depend on. */
export const arrangementForm = rowForm({
  name: 'visits',
  heading: 'What visits by the social worker depend on',
  button: 'Save it',
  what: 'wrote down what visits to a child depend on',
  done: 'It is saved: the next visit is due accordingly.',
  register: visitArrangements,
  form: formOf({
    kind: choiceField(itemsOf(visitArrangementKinds), { first: 'Choose what it is' }),
    from: dayField('The first day'),
    to: dayField('The day on which it ended'),
  }),
  layout: {
    kind: { kind: 'select', label: 'What the return does not say of the placement' },
    from: { kind: 'day', label: 'Since when' },
    to: { kind: 'day', label: 'When it ended (optional)' },
  },
  rowOf: ({ kind, from, to }, writing) => {
    const faults = [
      ...missing(['kind', kind === null, 'Choose what it is']),
      ...dayFaults('from', from, writing, 'the first day of it'),
      ...missing(['to', from !== null && to !== null && isAfter(from, to), 'It must not end before it began']),
    ]
    return kind === null || from === null || faults.length > 0 ? faults : { child: writing.child, kind, from, to }
  },
})
