import { type World, historyOf } from '../../children/domain/world.ts'
import { date, isBefore, isSameDay, longDate } from '../../kernel/dates.ts'
import { type RowForm, isLater, missing, rowForm } from '../../oversight/web/rowForm.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { lineField, linesField } from '../../platform/web/forms/texts.ts'
import type { Register } from '../../registers/register.ts'
import { type Acknowledgement, acknowledgementOf } from '../domain/acknowledged.ts'
import { CHANGE, type ChangeWithoutReview, changesWithoutReview } from '../domain/changes.ts'
import { eventsOf } from '../domain/events.ts'
import { signCode, wordsOfSign } from '../domain/kinds.ts'
import type { AnySign, HouseholdSign, Sign } from '../domain/sign.ts'
import { signsOf } from '../domain/signs.ts'
import { acknowledgements } from '../registers/acknowledgements.ts'
import { eventKinds, events } from '../registers/events.ts'
import { householdAcknowledgements } from '../registers/householdAcknowledgements.ts'

/** Signs of the child that nobody has acknowledged. */
export const waitingSigns = (world: World, child: string): Sign[] =>
  signsOf(world, child).filter((sign) => acknowledgementOf(world, sign) === null)

/** A form for each word on a sign of a child: which sign, and what is done about it, or why nothing is. */
export const acknowledgeForm = (waiting: readonly Sign[]): RowForm =>
  acknowledging(waiting, 'acknowledged a sign', acknowledgements, (child, said) => ({ child, ...said }))

/** The same for a sign of a fostering household. */
export const acknowledgeHouseholdForm = (waiting: readonly HouseholdSign[]): RowForm =>
  acknowledging(
    waiting,
    'acknowledged a sign of a fostering household',
    householdAcknowledgements,
    (carerRef, said) => ({ carerRef, ...said }),
  )

/** The form for a word on one of these signs. `rowOf`: the row that the register keeps, with whom or what the sign is of. */
function acknowledging<Row extends object>(
  waiting: readonly AnySign[],
  what: string,
  register: Register<Row>,
  rowOf: (subject: string, said: Acknowledgement) => Row,
): RowForm {
  const items = waiting.map(({ kind, since }) => ({
    value: signCode(kind),
    text: `${wordsOfSign(kind)}, since ${longDate(since)}`,
  }))
  return rowForm({
    name: 'acknowledge',
    heading: 'Acknowledge a sign',
    button: 'Acknowledge',
    what,
    done: 'The sign is acknowledged.',
    register,
    form: formOf({
      kind: choiceField(items, { first: 'Choose the sign' }),
      word: linesField({ most: 1000 }),
    }),
    layout: {
      kind: { kind: 'select', label: 'Which sign' },
      word: { kind: 'text', label: 'What is done about it, or why nothing is' },
    },
    rowOf: ({ kind, word }, { world, child: subject, personId }) => {
      const sign = waiting.find((one) => signCode(one.kind) === kind)
      const faults = missing(
        ['kind', kind === null, 'Choose the sign'],
        ['word', word === null, 'Enter what is done about it, or why nothing is'],
      )
      return !sign || kind === null || word === null || faults.length > 0
        ? faults
        : rowOf(subject, { kind, since: sign.since, on: world.asAt, word, by: personId })
    },
  })
}

/** The changes of the child without a review before them of which nobody has said why. */
export const changesOf = (world: World, child: string): ChangeWithoutReview[] => {
  const history = historyOf(world, child)
  return history ? changesWithoutReview(world, history) : []
}

/** A form for the reason why no review considered a change. Regulation 32(2). */
export function reasonForm(unexplained: readonly ChangeWithoutReview[]): RowForm {
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

/** The form for something that happened to the child. */
export const eventForm = rowForm({
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
      ['endedOn', on !== null && endedOn !== null && isBefore(endedOn, on), 'The day from which it needs no more attention must not be before it happened'],
    ) // prettier-ignore
    if (kind === null || on === null || faults.length > 0) return faults
    // Written down again, it keeps what is left blank this time.
    const before = eventsOf(world, child).find((event) => event.kind === kind && isSameDay(event.on, on))
    return { child, kind, on, note: note ?? before?.note ?? null, endedOn: endedOn ?? before?.endedOn ?? null }
  },
})
