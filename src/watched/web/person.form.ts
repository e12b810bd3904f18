import { isUnderWatch, watchedRowsOf } from '../../children/domain/watched.ts'
import type { World } from '../../children/domain/world.ts'
import { advisers } from '../../children/registers/advisers.ts'
import { people } from '../../children/registers/people.ts'
import { isAfter, isSameDay, longDate } from '../../kernel/dates.ts'
import { visitKinds, visits } from '../../oversight/registers/visits.ts'
import { isLater, missing, rowForm } from '../../oversight/web/rowForm.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { lineField } from '../../platform/web/forms/texts.ts'
import { recordsOf } from '../../world/world.ts'

/** Why the service watches over someone, in words. */
export const watchedKinds = {
  CARE_LEAVER: 'Care leaver aged 18 to 25',
  PRIVATE_FOSTERING: 'Child privately fostered',
  SUPERVISION_ORDER: 'Child under a supervision order',
} as const

const yesNo = { yes: 'Yes', no: 'No' } as const

/** Whether the service watches, or watched, over someone as a care leaver: nobody else has a personal adviser. */
export const isLeaver = (world: World, child: string): boolean =>
  watchedRowsOf(world, child).some(({ kind }) => kind === 'CARE_LEAVER')

/** The visits to someone, in words: a care leaver is an adult, whom a personal adviser sees as a social worker sees a child. */
export const visitWords = (world: World, child: string) =>
  isLeaver(world, child) ? { ...visitKinds, SOCIAL_WORK: 'Visit by the personal adviser' } : visitKinds

/** The form for a visit. */
export const visitForm = (world: World, child: string) =>
  rowForm({
    name: 'visit',
    heading: 'A visit',
    button: 'Save the visit',
    what: 'wrote down a visit',
    done: 'The visit is saved.',
    register: visits,
    form: formOf({
      kind: choiceField(itemsOf(visitWords(world, child)), { first: 'Choose which visit' }),
      on: dayField('The day'),
      seenAlone: choiceField(itemsOf(yesNo), { first: 'Not recorded' }),
    }),
    layout: {
      kind: { kind: 'select', label: 'Which visit' },
      on: { kind: 'day', label: 'The day of the visit' },
      seenAlone: {
        kind: 'select',
        label: isLeaver(world, child) ? 'Was the young person seen alone?' : 'Was the child seen alone?',
      },
    },
    rowOf: ({ kind, on, seenAlone }, { world: now }) => {
      const faults = missing(
        ['kind', kind === null, 'Choose which visit it was'],
        ['on', on === null, 'Enter the day of the visit, like 27 3 2026'],
        ['on', isLater(on, now), 'The day of the visit must be today or in the past'],
      )
      if (kind === null || on === null || faults.length > 0) return faults
      return { child, kind, on, seenAlone: seenAlone === null ? null : seenAlone === 'yes' }
    },
  })

/** The end of an arrangement, an order or a time as care leaver; of an arrangement that has not begun, another beginning. */
export const endForm = (world: World, child: string) => {
  const open = watchedRowsOf(world, child).filter((one) => isUnderWatch(one, world.asAt))
  return rowForm({
    name: 'end',
    heading: 'When it ended',
    button: 'Save the day',
    what: 'wrote down that the service no longer watches over someone',
    done: 'The day on which it ended is saved.',
    register: people,
    form: formOf({
      which: choiceField(open.map(({ kind, from }) => ({ value: `${kind} ${from.toString()}`, text: `${watchedKinds[kind]}, since ${longDate(from)}` })), { first: 'Choose what ended' }), // prettier-ignore
      to: dayField('The day'),
    }),
    layout: {
      which: { kind: 'select', label: 'What ended' },
      to: { kind: 'day', label: 'The day on which it ended' },
    },
    rowOf: ({ which, to }, { world: now }) => {
      const row = open.find(({ kind, from }) => `${kind} ${from.toString()}` === which)
      const faults = missing(
        ['which', row === undefined, 'Choose what ended'],
        ['to', to === null, 'Enter the day, like 27 3 2026'],
        ['to', isLater(to, now), 'The day on which it ended must be today or in the past'],
      )
      return !row || to === null || faults.length > 0 ? faults : { ...row, to }
    },
  })
}

/** The form for who advises a young person. */
export const adviserForm = rowForm({
  name: 'adviser',
  heading: 'Personal adviser',
  button: 'Save the adviser',
  what: 'wrote down who the personal adviser of a young person is',
  done: 'The personal adviser is saved.',
  register: advisers,
  form: formOf({
    workerId: lineField({ most: 60 }),
    name: lineField({ most: 100 }),
    from: dayField('The first day'),
    to: dayField('The day on which it ended'),
  }),
  layout: {
    workerId: {
      kind: 'line',
      label: 'The adviser’s identifier',
      hint: 'As the adviser signs in with: the id as a social worker that the page of people shows.',
    },
    name: { kind: 'line', label: 'The adviser’s name (optional)' },
    from: { kind: 'day', label: 'The first day' },
    to: { kind: 'day', label: 'The day on which it ended (optional)' },
  },
  rowOf: ({ workerId, name, from, to }, { world, child }) => {
    const faults = missing(
      ['workerId', workerId === null, 'Enter the adviser’s identifier'],
      ['from', from === null, 'Enter the first day, like 27 3 2026'],
      ['to', from !== null && to !== null && isAfter(from, to), 'It must not end before it began'],
    )
    if (workerId === null || from === null || faults.length > 0) return faults
    const before = recordsOf(world, advisers).find(
      (one) => one.child === child && one.workerId === workerId && isSameDay(one.from, from),
    )
    return { child, workerId, name: name ?? before?.name ?? null, from, to: to ?? before?.to ?? null }
  },
})
