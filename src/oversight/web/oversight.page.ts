import type { World } from '../../children/domain/world.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { type PlainDate, isAfter, isOnOrBefore, longDate } from '../../kernel/dates.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { lineField, linesField, numberField } from '../../platform/web/forms/texts.ts'
import { recordsOf } from '../../world/world.ts'
import { officers } from '../../officers/registers/officers.ts'
import {
  contactPlansOf,
  entriesOf,
  flagsOf,
  ratingsOf,
  reviewRequestsOf,
  upTo,
  visitArrangementsOf,
} from '../domain/entries.ts'
import { oversightPermissions } from '../permissions.ts'
import { contactPlans } from '../registers/contactPlans.ts'
import { flagKinds, flags } from '../registers/flags.ts'
import { oversight, oversightKinds } from '../registers/oversight.ts'
import { ratingWords, ratings } from '../registers/ratings.ts'
import { reviewRequests, reviewTriggers } from '../registers/reviewRequests.ts'
import { visitArrangementKinds, visitArrangements } from '../registers/visitArrangements.ts'
import { type ChildPage, childPagePath, panelForm } from './childPage.ts'
import { type Writing, isLater, missing, rowForm } from './rowForm.ts'

/** A day that is not there, or that has not come. */
const dayFaults = <Name extends string>(field: Name, on: PlainDate | null, { world }: Writing, what: string) =>
  missing(
    [field, on === null, `Enter ${what}, like 27 3 2026`],
    [field, isLater(on, world), `${what.charAt(0).toUpperCase()}${what.slice(1)} must be today or in the past`],
  )

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

const flagForm = rowForm({
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

const ratingForm = rowForm({
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

const planForm = rowForm({
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

const requestForm = rowForm({
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
    return trigger === null || askedOn === null || by === null || faults.length > 0
      ? faults
      : { child: writing.child, trigger, askedOn, by, withdrawnOn, note }
  },
})

const arrangementForm = rowForm({
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

/** Oversight of a child: notes, risks, the rating, and what was agreed about keeping in touch. */
export const oversightChildPage: ChildPage = {
  path: 'oversight',
  title: 'Oversight between reviews',
  intro: 'A short note that is written here once meets every time limit that asks for it.',
  permission: oversightPermissions.write,
  looked: 'looked at the oversight of the child',
  forms: () => [entryForm, requestForm, flagForm, ratingForm, planForm, arrangementForm],
  tables: (world, child) => [
    {
      caption: 'Notes',
      columns: ['When', 'What was done', 'Officer', 'Note'],
      rows: upTo(entriesOf(world, child), world.asAt)
        .toReversed()
        .map(({ on, kind, officerId, note }) => [longDate(on), oversightKinds[kind], officerId ?? '', note ?? '']),
      empty: 'No note is written yet. Those of a file of registers (oversight) appear here too.',
    },
    {
      caption: 'Risks',
      columns: ['Risk', 'From', 'To'],
      rows: flagsOf(world, child).map(({ kind, from, to }) => [
        flagKinds[kind],
        longDate(from),
        to ? longDate(to) : '',
      ]),
      empty: 'No risk is written down.',
    },
    {
      caption: 'Ratings changed between reviews',
      columns: ['When', 'Rating', 'Why'],
      rows: upTo(ratingsOf(world, child), world.asAt)
        .toReversed()
        .map(({ on, rating, why }) => [longDate(on), ratingWords[rating], why ?? '']),
      empty: 'The rating is the one of the last review.',
    },
    {
      caption: 'Keeping in touch',
      columns: ['From', 'At least every', 'How'],
      rows: contactPlansOf(world, child).map(({ from, everyWeeks, how }) => [
        longDate(from),
        everyWeeks === 1 ? 'week' : `${everyWeeks} weeks`,
        how ?? '',
      ]),
      empty: 'Nothing was agreed yet.',
    },
    {
      caption: 'Reviews asked for before they were due',
      columns: ['Asked for', 'Why', 'To be held by'],
      rows: reviewRequestsOf(world, child).map(({ askedOn, trigger, by, withdrawnOn, note }) => [
        longDate(askedOn),
        `${reviewTriggers[trigger]}${note ? `. ${note}` : ''}`,
        withdrawnOn ? `Withdrawn on ${longDate(withdrawnOn)}` : longDate(by),
      ]),
      empty: 'No review was asked for.',
    },
    {
      caption: 'What visits depend on',
      columns: ['What', 'From', 'To'],
      rows: visitArrangementsOf(world, child).map(({ kind, from, to }) => [
        visitArrangementKinds[kind],
        longDate(from),
        to ? longDate(to) : '',
      ]),
      empty: 'Nothing besides the return.',
    },
  ],
}

const SHOWN = 3

/** What a child's page shows of oversight: the latest notes, open risks, and the short form. */
export function oversightPanel(world: World, child: string, code: string, mayWrite: boolean): ChildPanel {
  const latest = upTo(entriesOf(world, child), world.asAt).toReversed().slice(0, SHOWN)
  const open = flagsOf(world, child).filter(
    ({ from, to }) => isOnOrBefore(from, world.asAt) && (to === null || isAfter(to, world.asAt)),
  )
  const all = mayWrite
    ? {
        href: childPagePath(code, child, oversightChildPage),
        text: 'All notes, risks, the rating and keeping in touch',
      }
    : null
  return {
    heading: 'Oversight between reviews',
    items: [
      ...open.map(({ kind, from }) => ({ text: `${flagKinds[kind]}: since ${longDate(from)}.`, link: null })),
      ...latest.map(({ on, kind, note }) => ({
        text: `${longDate(on)}: ${oversightKinds[kind].toLowerCase()}.${note ? ` ${note}` : ''}`,
        link: null,
      })),
      ...(latest.length === 0 || all
        ? [{ text: latest.length === 0 ? 'No note is written yet.' : '', link: all }]
        : []),
    ],
    ...(mayWrite && { form: panelForm(entryForm, code, child, oversightChildPage) }),
  }
}
