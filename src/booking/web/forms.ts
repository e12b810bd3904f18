import * as z from 'zod'
import type { OfficerFact } from '../../children/domain/registers.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, isOnOrAfter } from '../../kernel/dates.ts'
import { readDay, textFilter } from '../../platform/web/filters.ts'
import { formats } from '../../reviews/registers/formats.ts'
import { askers } from '../../reviews/registers/rearrangements.ts'
import type { Ending } from '../app/recordHeld.ts'
import type { MeetingEntry } from '../app/entry.ts'
import type { Asker, MeetingFormat } from '../../participation/domain/choice.ts'
import { readTime } from '../../kernel/localTimes.ts'

/** Several fields of one name: none, one or more. */
export const manyFilter = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat())
  .catch([])

/** A form as typed: what is missing is empty, so that what was typed can be shown again. */
export const bookingForm = z.object({
  slot: textFilter,
  'on-day': textFilter,
  'on-month': textFilter,
  'on-year': textFilter,
  startsAt: textFilter,
  minutes: textFilter,
  officerId: textFilter,
  place: textFilter,
  format: textFilter,
  whyNotAsChosen: textFilter,
  lateReason: textFilter,
  together: manyFilter,
  askedBy: textFilter,
  reason: textFilter,
  overrideReason: textFilter,
  'heldOn-day': textFilter,
  'heldOn-month': textFilter,
  'heldOn-year': textFilter,
  'completedOn-day': textFilter,
  'completedOn-month': textFilter,
  'completedOn-year': textFilter,
  ending: textFilter,
  participation: textFilter,
  version: textFilter,
})
export type BookingForm = z.infer<typeof bookingForm>

export const emptyForm: BookingForm = bookingForm.parse({})

export const orNull = (text: string): string | null => (text === '' ? null : text)

/** The day that the three fields of a name say; null where they say none. */
export function dayIn(form: BookingForm, name: 'on' | 'heldOn' | 'completedOn'): PlainDate | null {
  return readDay(`${form[`${name}-day`]} ${form[`${name}-month`]} ${form[`${name}-year`]}`)
}

/** The value of the last radio of suggested times. */
export const OWN_TIME = 'own'

/** The meeting that a form says: a suggested time, or one typed. */
export function entryOf(form: BookingForm): MeetingEntry {
  const [slotDay = '', slotTime = ''] = form.slot.split(' ')
  const isSuggested = form.slot !== OWN_TIME && readDay(slotDay) !== null
  return {
    on: isSuggested ? readDay(slotDay) : dayIn(form, 'on'),
    startsAt: readTime(isSuggested ? slotTime : form.startsAt),
    minutes: /^\d{1,3}$/.test(form.minutes) ? Number(form.minutes) : null,
    officerId: orNull(form.officerId),
    place: orNull(form.place),
    format: isFormat(form.format) ? form.format : null,
    whyNotAsChosen: orNull(form.whyNotAsChosen),
  }
}

const isFormat = (text: string): text is MeetingFormat => Object.hasOwn(formats, text)
const isAsker = (text: string): text is Asker => Object.hasOwn(askers, text)
const isEnding = (text: string): text is Ending => ['completed', 'completed_later', 'goes_on'].includes(text)

export const askerOf = ({ askedBy }: BookingForm): Asker | null => (isAsker(askedBy) ? askedBy : null)
export const endingOf = ({ ending }: BookingForm): Ending | null => (isEnding(ending) ? ending : null)

/** The officers to choose from: those whose post has not ended. */
export const officersToChoose = ({ registers, asAt }: World): OfficerFact[] =>
  registers.officers
    .filter(({ endedOn }) => endedOn === null || isOnOrAfter(endedOn, asAt))
    .sort((a, b) => a.name.localeCompare(b.name))

/** What the fields of a meeting are chosen from. */
export const meetingChoices = (world: World, form: BookingForm) => ({
  officers: [
    { value: '', text: 'Choose an officer', selected: form.officerId === '' },
    ...officersToChoose(world).map(({ officerId, name }) => ({
      value: officerId,
      text: name,
      selected: form.officerId === officerId,
    })),
  ],
  formats: Object.entries(formats).map(([value, text]) => ({ value, text, checked: form.format === value })),
  lateReasons: lateReasonItems(world.settings.lateReasons, form.lateReason),
})

/** The reasons for lateness to choose from, with the one that is set though the list has it no more. */
export const lateReasonItems = (reasons: readonly string[], chosen: string) => [
  { value: '', text: 'It is not late', selected: chosen === '' },
  ...[...new Set([...reasons, ...(chosen === '' ? [] : [chosen])])].map((reason) => ({
    value: reason,
    text: reason,
    selected: reason === chosen,
  })),
]

export const askerItems = (chosen: string) =>
  Object.entries(askers).map(([value, text]) => ({ value, text, checked: value === chosen }))

/** The three fields of a day, as GOV.UK's date input takes them. */
export const dateItems = (form: BookingForm, name: 'on' | 'heldOn' | 'completedOn') => [
  { id: `${name}-day`, name: `${name}-day`, label: 'Day', value: form[`${name}-day`], classes: 'govuk-input--width-2' },
  {
    id: `${name}-month`,
    name: `${name}-month`,
    label: 'Month',
    value: form[`${name}-month`],
    classes: 'govuk-input--width-2',
  },
  {
    id: `${name}-year`,
    name: `${name}-year`,
    label: 'Year',
    value: form[`${name}-year`],
    classes: 'govuk-input--width-4',
  },
]
