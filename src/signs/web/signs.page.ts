import { type World, historyOf } from '../../children/domain/world.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { date, longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { type ChildPage, childPagePath } from '../../oversight/web/childPage.ts'
import { type RowForm, isLater, missing, rowForm } from '../../oversight/web/rowForm.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { lineField, linesField } from '../../platform/web/forms/texts.ts'
import { acknowledgementOf } from '../domain/acknowledged.ts'
import { CHANGE, type ChangeWithoutReview, changesWithoutReview } from '../domain/changes.ts'
import { eventsOf } from '../domain/events.ts'
import { signCode, signWords } from '../domain/kinds.ts'
import type { Sign } from '../domain/sign.ts'
import { signsOf } from '../domain/signs.ts'
import { signsPermissions } from '../permissions.ts'
import { acknowledgements } from '../registers/acknowledgements.ts'
import { eventKinds, events } from '../registers/events.ts'

/** Signs of the child that nobody has acknowledged. */
export const waitingSigns = (world: World, child: string): Sign[] =>
  signsOf(world, child).filter((sign) => acknowledgementOf(world, sign) === null)

/** A form for each word on a sign: which sign, and what is done about it, or why nothing is. */
function acknowledgeForm(waiting: readonly Sign[]): RowForm {
  const items = waiting.map(({ kind, since }) => ({
    value: signCode(kind),
    text: `${signWords[kind]}, since ${longDate(since)}`,
  }))
  return rowForm({
    name: 'acknowledge',
    heading: 'Acknowledge a sign',
    button: 'Acknowledge',
    what: 'acknowledged a sign',
    done: 'The sign is acknowledged.',
    register: acknowledgements,
    form: formOf({
      kind: choiceField(items, { first: 'Choose the sign' }),
      word: linesField({ most: 1000 }),
    }),
    layout: {
      kind: { kind: 'select', label: 'Which sign' },
      word: { kind: 'text', label: 'What is done about it, or why nothing is' },
    },
    rowOf: ({ kind, word }, { world, child, personId }) => {
      const sign = waiting.find((one) => signCode(one.kind) === kind)
      const faults = missing(
        ['kind', kind === null, 'Choose the sign'],
        ['word', word === null, 'Enter what is done about it, or why nothing is'],
      )
      return !sign || kind === null || word === null || faults.length > 0
        ? faults
        : { child, kind, since: sign.since, on: world.asAt, word, by: personId }
    },
  })
}

/** The changes of the child without a review before them of which nobody has said why. */
const changesOf = (world: World, child: string): ChangeWithoutReview[] => {
  const history = historyOf(world, child)
  return history ? changesWithoutReview(world, history) : []
}

/** A form for the reason why no review considered a change. Regulation 32(2). */
function reasonForm(unexplained: readonly ChangeWithoutReview[]): RowForm {
  const days = [...new Map(unexplained.map((one) => [one.on.toString(), one])).entries()]
  return rowForm({
    name: 'reason',
    heading: 'Why no review came before a change',
    button: 'Save the reason',
    what: 'wrote down why no review came before a change',
    done: 'The reason is saved.',
    register: acknowledgements,
    form: formOf({
      since: choiceField(days.map(([value, { on, what }]) => ({ value, text: `${longDate(on)}: ${what}` })), { first: 'Choose the change' }), // prettier-ignore
      word: linesField({ most: 1000 }),
    }),
    layout: {
      since: { kind: 'select', label: 'Which change' },
      word: { kind: 'text', label: 'Why no review considered it', hint: 'Why one was not reasonably practicable, and when one will look at it.' }, // prettier-ignore
    },
    rowOf: ({ since, word }, { world, child, personId }) => {
      const faults = missing(
        ['since', since === null, 'Choose the change'],
        ['word', word === null, 'Enter why no review considered it'],
      )
      return since === null || word === null || faults.length > 0
        ? faults
        : { child, kind: CHANGE, since: date(since), on: world.asAt, word, by: personId }
    },
  })
}

const eventForm = rowForm({
  name: 'event',
  heading: 'Write down what you have heard, before a return shows it',
  button: 'Save what happened',
  what: 'wrote down what was heard of a child',
  done: 'What happened is saved.',
  register: events,
  form: formOf({
    kind: choiceField(itemsOf(eventKinds), { first: 'Choose what happened' }),
    on: dayField('The day'),
    note: lineField(),
    endedOn: dayField('The day'),
  }),
  layout: {
    kind: { kind: 'select', label: 'What happened' },
    on: { kind: 'day', label: 'When' },
    note: { kind: 'line', label: 'What is known of it (optional)', hint: 'No names.' },
    endedOn: { kind: 'day', label: 'Since when it needs no more attention (optional)' },
  },
  rowOf: ({ kind, on, note, endedOn }, { world, child }) => {
    const faults = missing(
      ['kind', kind === null, 'Choose what happened'],
      ['on', on === null, 'Enter the day on which it happened, like 27 3 2026'],
      ['on', isLater(on, world), 'The day on which it happened must be today or in the past'],
    )
    return kind === null || on === null || faults.length > 0 ? faults : { child, kind, on, note, endedOn }
  },
})

/** The signs of a child: each with its reason, acknowledged with a word. */
export const signsChildPage: ChildPage = {
  path: 'signs',
  title: 'Signs that the child needs a look',
  intro:
    'Each is worked out from the records and goes when it is put right. To acknowledge one says that you have seen it.',
  permission: signsPermissions.acknowledge,
  looked: 'looked at the signs of the child',
  forms: (world, child) => {
    const waiting = waitingSigns(world, child)
    const unexplained = changesOf(world, child).filter(({ reason }) => reason === null)
    return [
      { ...acknowledgeForm(waiting), isOffered: waiting.length > 0 },
      { ...reasonForm(unexplained), isOffered: unexplained.length > 0 },
      eventForm,
    ]
  },
  tables: (world, child) => [
    {
      caption: 'Signs',
      columns: ['Since', 'Sign', 'Why', 'Acknowledged'],
      rows: signsOf(world, child).map((sign) => {
        const said = acknowledgementOf(world, sign)
        const proposes = sign.prompts === 'challenge' ? ' Consider a challenge.' : ''
        return [
          longDate(sign.since),
          signWords[sign.kind],
          `${sign.why}${proposes}`,
          said ? `${longDate(said.on)}: ${said.word}` : '',
        ]
      }),
      empty: 'There is no sign.',
    },
    {
      caption: 'Changes of the last year without a review before them',
      columns: ['When', 'What', 'Why no review considered it'],
      rows: changesOf(world, child).map(({ on, what, reason }) => [longDate(on), what, reason ?? 'Not said yet']),
      empty: 'A review considered every move, order and end of care of the last year.',
    },
    {
      caption: 'Heard before a return shows it',
      columns: ['When', 'What', 'Note'],
      rows: eventsOf(world, child).map(({ on, kind, note }) => [longDate(on), eventKinds[kind], note ?? '']),
      empty: 'Nothing is written down.',
    },
  ],
}

/** What a child's page shows of signs: each in a line, and the way to acknowledge it; nothing where there is none. */
export function signsPanel(world: World, child: string, code: string, mayAcknowledge: boolean): ChildPanel {
  const all = signsOf(world, child)
  const waiting = waitingSigns(world, child).length
  const link = mayAcknowledge
    ? {
        href: childPagePath(code, child, signsChildPage),
        text: waiting > 0 ? `Acknowledge ${counted(waiting, 'sign')}` : 'Signs, and what was heard',
      }
    : null
  return {
    heading: 'Signs',
    items: [
      ...all.map((sign) => ({ text: `${signWords[sign.kind]}, since ${longDate(sign.since)}.`, link: null })),
      ...(all.length === 0 || link ? [{ text: all.length === 0 ? 'There is no sign.' : '', link }] : []),
    ],
  }
}
