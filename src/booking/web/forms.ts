import { hasLeft } from '../../officers/domain/service.ts'
import { lateReasonsSetting } from '../settings.ts'
import { recordsOf } from '../../world/world.ts'
import { officers, type OfficerFact } from '../../officers/registers/officers.ts'
import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import { participationCodes } from '../../children/domain/codes.ts'
import { readDay } from '../../platform/web/filters.ts'
import { type Item, choiceField, itemsOf, ticksField } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { type FaultIn, type TypedIn, type ValuesIn, formOf } from '../../platform/web/forms/form.ts'
import { hiddenField, lineField, linesField, numberField, timeField } from '../../platform/web/forms/texts.ts'
import { formats } from '../../reviews/registers/formats.ts'
import { askers } from '../../reviews/registers/rearrangements.ts'
import type { Ending } from '../app/recordHeld.ts'
import type { MeetingEntry } from '../app/entry.ts'

/** The value of the last radio of suggested times. */
export const OWN_TIME = 'own'

/** What a form about a review is made of besides the world. */
export interface FormOf {
  /** The reason for lateness that the review has: it stays right when the list has it no more. */
  lateReason: string | null
  /** Brothers and sisters whose reviews may be booked with it. */
  siblings: readonly Item[]
  /** Who chairs or chaired it: they may be chosen though their post has ended. */
  chairedBy?: string | null
  /** Whether it is late whatever is entered, so that “It is not late” cannot be right. */
  isLate?: boolean
}

const endings: Readonly<Record<Ending, string>> = {
  completed: 'Yes, at this meeting',
  completed_later: 'Yes, at a later meeting of a series',
  goes_on: 'No, it goes on at a further meeting',
}

const takingPart = itemsOf(participationCodes)
  .filter(({ value }) => value.startsWith('PN'))
  .map(({ value, text }) => ({ value, text: `${value}: ${text}` }))

/** All that the forms of a review ask, in the order in which they ask it. Each page shows its own fields of them. */
export const bookingForm = (world: World, { lateReason, siblings, chairedBy = null, isLate = false }: FormOf) =>
  formOf({
    version: hiddenField(),
    heldOn: dayField('The day of the meeting'),
    ending: choiceField(itemsOf(endings)),
    completedOn: dayField('The day of the last meeting'),
    participation: choiceField(takingPart, { first: 'Not recorded yet' }),
    slot: lineField(),
    on: dayField('The day'),
    startsAt: timeField('The start'),
    unusualTime: ticksField([{ value: 'yes', text: 'Yes, hold it at this time' }]),
    minutes: numberField('Enter how long it takes, from 15 to 480 minutes', { isWhole: true }),
    officerId: officerField(world, chairedBy),
    format: choiceField(itemsOf(formats)),
    place: lineField(),
    placeAsWished: ticksField([{ value: 'yes', text: 'The place is as the child wishes' }]),
    whyNotAsChosen: linesField(),
    lateReason: choiceField(
      [...new Set([...lateReasonsSetting.of(world.settings), ...(lateReason === null ? [] : [lateReason])])].map(
        (reason) => ({
          value: reason,
          text: reason,
        }),
      ),
      { first: isLate ? 'Choose why it is late' : 'It is not late' },
    ),
    together: ticksField(siblings),
    askedBy: choiceField(itemsOf(askers)),
    reason: linesField(),
    decidedBy: officerField(world, chairedBy),
    overrideReason: linesField(),
    correctionReason: linesField({ most: 1000 }),
  })
export type BookingForm = ReturnType<typeof bookingForm>
export type TypedBooking = TypedIn<BookingForm>
export type BookingValues = ValuesIn<BookingForm>
export type BookingFault = FaultIn<BookingForm>

/** A choice of those officers whose post has not ended, and of one whose has where they are named. */
export const officerField = (world: World, or: string | null = null) =>
  choiceField(
    officersToChoose(world, or).map(({ officerId, name }) => ({ value: officerId, text: name })),
    { first: 'Choose an IRO' },
  )

/** The officers to choose from: those whose post has not ended, and `or`. */
const officersToChoose = (world: World, or: string | null = null): OfficerFact[] =>
  recordsOf(world, officers)
    .filter((officer) => !hasLeft(officer, world.asAt) || officer.officerId === or)
    .sort((a, b) => a.name.localeCompare(b.name))

/** What a form says that was sent. Where a suggested time is chosen, that stands in the fields of the day and the time. */
export function readBooking(form: BookingForm, sent: unknown): ReturnType<BookingForm['read']> {
  const read = form.read(sent)
  const [on = '', startsAt = ''] = read.typed.slot.split(' ')
  if (readDay(on) === null) return read
  return form.read({ ...z.record(z.string(), z.unknown()).parse(sent), on, startsAt })
}

/** The meeting that a form says. */
export function entryOf(values: BookingValues): MeetingEntry {
  const { on, startsAt, minutes, officerId, place, format, whyNotAsChosen, placeAsWished, unusualTime } = values
  const isPlaceAsWished = placeAsWished.includes('yes')
  const isUnusualTimeMeant = unusualTime.includes('yes')
  return { on, startsAt, minutes, officerId, place, format, whyNotAsChosen, isPlaceAsWished, isUnusualTimeMeant }
}
