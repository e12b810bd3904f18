import type { World } from '../../children/domain/world.ts'
import { missingFrom } from '../../children/domain/figures/missing.ts'
import { historyOf } from '../../children/domain/world.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { type PlainDate, longDate } from '../../kernel/dates.ts'
import { spokenTime } from '../../kernel/localTimes.ts'
import { counted } from '../../kernel/words.ts'
import { type ChildPage, childPagePath } from '../../oversight/web/childPage.ts'
import { isLater, missing, rowForm } from '../../oversight/web/rowForm.ts'
import { oversightPermissions } from '../../oversight/permissions.ts'
import { choiceField, itemsOf, tickField } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { lineField, timeField } from '../../platform/web/forms/texts.ts'
import { meetingsOf, returnsOf } from '../domain/facts.ts'
import { dayAndTime } from '../domain/times.ts'
import { missingMeetings, missingStages } from '../registers/missingMeetings.ts'
import { missingReturns } from '../registers/missingReturns.ts'

/** A day and a time as a register keeps them; null where the day is not there. */
const localTime = (day: PlainDate | null, time: string | null): string | null =>
  day === null || time === null ? null : `${day.toString()}T${time}`

const factors = (typed: string | null): readonly string[] => typed?.split(/\s*;\s*/).filter(Boolean) ?? []

/** When a child came back, and the interview after it. */
const returnForm = rowForm({
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
    return {
      child,
      missingFrom: from,
      returnedAt: localTime(returnedOn, returnedTime),
      interviewOfferedAt: localTime(offeredOn, offeredTime),
      interviewHeldAt: localTime(heldOn, heldTime),
      declined: typed.declined ? true : null,
      pushFactors: factors(typed.push),
      pullFactors: factors(typed.pull),
    }
  },
})

const meetingForm = rowForm({
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

const timeWords = (local: string | null): string => {
  if (local === null) return ''
  const { on, at } = dayAndTime(local)
  return `${longDate(on)}, ${spokenTime(at)}`
}

/** What happens when a child goes missing. */
export const missingChildPage: ChildPage = {
  path: 'missing',
  title: 'When the child goes missing',
  intro: 'The return home interview is due within 72 hours of coming back: weekends and bank holidays count.',
  permission: oversightPermissions.write,
  looked: 'looked at when the child was missing',
  forms: () => [returnForm, meetingForm],
  tables: (world, child) => [
    {
      caption: 'Returns and interviews',
      columns: ['Missing from', 'Came back', 'Interview offered', 'Interview held', 'Went from', 'Went to'],
      rows: returnsOf(world, child)
        .toReversed()
        .map((row) => [
          longDate(row.missingFrom),
          timeWords(row.returnedAt),
          timeWords(row.interviewOfferedAt),
          timeWords(row.interviewHeldAt) || (row.declined === true ? 'Declined' : ''),
          row.pushFactors.join('; '),
          row.pullFactors.join('; '),
        ]),
      empty: 'No return is written down yet. Those of a file of registers (missing_returns) appear here too.',
    },
    {
      caption: 'Meetings held',
      columns: ['When', 'Which meeting'],
      rows: meetingsOf(world, child)
        .toReversed()
        .map(({ on, stage }) => [longDate(on), stage ? missingStages[stage] : 'Meeting about the missing child']),
      empty: 'No meeting is written down.',
    },
  ],
}

/** What a child's page shows of going missing: how often, the last return, and the way to write more. */
export function missingPanel(world: World, child: string, code: string, mayWrite: boolean): ChildPanel[] {
  const history = historyOf(world, child)
  const episodes = history ? missingFrom(history) : []
  const last = returnsOf(world, child).at(-1)
  if (episodes.length === 0 && !last && !mayWrite) return []
  const link = mayWrite
    ? { href: childPagePath(code, child, missingChildPage), text: 'Returns, interviews and meetings' }
    : null
  return [
    {
      heading: 'Missing',
      items: [
        {
          text:
            episodes.length === 0
              ? 'No missing episode from care is recorded.'
              : `${counted(episodes.length, 'missing episode')} from care recorded.`,
          link: null,
        },
        ...(last?.returnedAt ? [{ text: `Last came back on ${timeWords(last.returnedAt)}.`, link: null }] : []),
        ...(link ? [{ text: '', link }] : []),
      ],
    },
  ]
}
