import { type PlainDate, isSameDay } from '../../kernel/dates.ts'
import { isLater, missing, rowForm } from '../../oversight/web/rowForm.ts'
import { choiceField, itemsOf, tickField } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { lineField, timeField } from '../../platform/web/forms/texts.ts'
import { returnsOf } from '../domain/facts.ts'
import { missingMeetings, missingStages } from '../registers/missingMeetings.ts'
import { missingReturns } from '../registers/missingReturns.ts'

/** A day and a time as a register keeps them; null where the day is not there. */
const localTime = (day: PlainDate | null, time: string | null): string | null =>
  day === null || time === null ? null : `${day.toString()}T${time}`

const factors = (typed: string | null): readonly string[] => typed?.split(/\s*;\s*/).filter(Boolean) ?? []

/** When a child came back, and the interview after it. */
export const returnForm = rowForm({
  name: 'return',
  heading: 'When the child came back, and the interview',
  button: 'Save the return',
  what: 'wrote down the return of a missing child',
  done: 'The return is saved.',
  register: missingReturns,
  form: formOf({
    missingFrom: dayField('The first day'),
    returnedOn: dayField('The day of the return'),
    returnedTime: timeField('The time of the return'),
    offeredOn: dayField('The day of the offer'),
    offeredTime: timeField('The time of the offer'),
    heldOn: dayField('The day of the interview'),
    heldTime: timeField('The time of the interview'),
    declined: tickField('The child declined it'),
    push: lineField(),
    pull: lineField(),
  }),
  layout: {
    missingFrom: {
      kind: 'day',
      label: 'Missing from',
      hint: 'As in the return. Enter the same day again to complete what is written down.',
    },
    returnedOn: { kind: 'day', label: 'Came back on' },
    returnedTime: {
      kind: 'line',
      label: 'At what time',
      hint: 'Like 10:15pm or 22:15. The interview is due within 72 hours of it.',
    },
    offeredOn: { kind: 'day', label: 'Interview offered on (optional)' },
    offeredTime: { kind: 'line', label: 'Offered at what time (optional)' },
    heldOn: { kind: 'day', label: 'Interview held on (optional)' },
    heldTime: { kind: 'line', label: 'Held at what time (optional)' },
    declined: { kind: 'tick', label: '' },
    push: { kind: 'line', label: 'What the child went from (optional)', hint: 'Several with semicolons between.' },
    pull: { kind: 'line', label: 'What the child went to (optional)', hint: 'Several with semicolons between.' },
  },
  rowOf: (typed, { world, child }) => {
    const { missingFrom: from, returnedOn, returnedTime, offeredOn, offeredTime, heldOn, heldTime } = typed
    const faults = missing(
      ['missingFrom', from === null, 'Enter the day from which the child was missing, like 27 3 2026'],
      ['missingFrom', isLater(from, world), 'The day from which the child was missing must be today or in the past'],
      ['returnedOn', isLater(returnedOn, world), 'The day of the return must be today or in the past'],
      ['returnedTime', returnedOn !== null && returnedTime === null, 'Enter the time of the return, like 10:15pm'],
      ['offeredTime', offeredOn !== null && offeredTime === null, 'Enter the time of the offer, like 10:15am'],
      ['heldTime', heldOn !== null && heldTime === null, 'Enter the time of the interview, like 10:15am'],
    )
    if (from === null || faults.length > 0) return faults
    // Written down again, it keeps what is left blank this time.
    const before = returnsOf(world, child).find(({ missingFrom }) => isSameDay(missingFrom, from))
    return {
      child,
      missingFrom: from,
      returnedAt: localTime(returnedOn, returnedTime) ?? before?.returnedAt ?? null,
      interviewOfferedAt: localTime(offeredOn, offeredTime) ?? before?.interviewOfferedAt ?? null,
      interviewHeldAt: localTime(heldOn, heldTime) ?? before?.interviewHeldAt ?? null,
      declined: typed.declined ? true : (before?.declined ?? null),
      pushFactors: typed.push === null ? (before?.pushFactors ?? []) : factors(typed.push),
      pullFactors: typed.pull === null ? (before?.pullFactors ?? []) : factors(typed.pull),
    }
  },
})

/** The form for a meeting of a protocol. */
export const meetingForm = rowForm({
  name: 'meeting',
  heading: 'A meeting that was held',
  button: 'Save the meeting',
  what: 'wrote down a meeting about a missing child',
  done: 'The meeting is saved.',
  register: missingMeetings,
  form: formOf({
    stage: choiceField(itemsOf(missingStages), { first: 'Choose the meeting' }),
    on: dayField('The day'),
    note: lineField(),
  }),
  layout: {
    stage: { kind: 'select', label: 'Which meeting' },
    on: { kind: 'day', label: 'When it was held' },
    note: { kind: 'line', label: 'What was agreed (optional)' },
  },
  rowOf: ({ stage, on, note }, { world, child }) => {
    const faults = missing(
      ['stage', stage === null, 'Choose the meeting'],
      ['on', on === null, 'Enter the day on which it was held, like 27 3 2026'],
      ['on', isLater(on, world), 'The day on which it was held must be today or in the past'],
    )
    return stage === null || on === null || faults.length > 0 ? faults : { child, stage, on, note }
  },
})
