import { recordsOf } from '../../world/world.ts'
import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import { channels, contactRoles, contacts } from '../../participation/registers/contacts.ts'
import { type Instant, longDateWithWeekday } from '../../kernel/dates.ts'
import { localOf } from '../../kernel/localTimes.ts'
import { type Message, messageKinds, messageStates } from '../../messages/domain/message.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { momentInWords } from '../../platform/web/moments.ts'
import { choicesOf } from '../../participation/domain/choices.ts'
import { contactsOf } from '../../participation/domain/contacts.ts'
import { isFirstReview } from '../domain/firstReview.ts'
import { type Invitee, inviteesOf, sendFromWhenDue } from '../domain/invitees.ts'
import { type InvitingProblem, invitingProblemText } from '../domain/invitingProblems.ts'
import { type Booking, type ReviewMeeting, meetingOf, versionOfBooking } from '../../booking/domain/bookings.ts'
import { officerName } from '../domain/facts.ts'
import { dayAndTime, fromTo, howInWords } from '../domain/wording.ts'
import { reachInWords } from '../../participation/web/contacts.view.ts'
import { formErrors, line, lines, ticked } from '../../platform/web/forms.ts'

/** Whom to invite, as ticked and typed. */
export const invitingForm = z.object({
  contacts: ticked,
  reason: lines,
  when: z.enum(['now', 'when_due']).catch('when_due'),
  seen: line,
})
export type InvitingForm = z.infer<typeof invitingForm>

/** What the page of invitations is made of. */
export interface Invitations {
  reviewRef: string
  child: string
  booking: Booking
  /** That of the one child, as whoever asks may see it. */
  world: World
  /** The review's, latest first. */
  messages: readonly Message[]
}

/** All that invitations.njk shows. `form` null: as it is first shown. */
export function invitationsPage(
  { reviewRef, child, booking, world, messages }: Invitations,
  form: InvitingForm | null,
  problems: readonly InvitingProblem[],
  { code, csrfToken }: { code: string; csrfToken: string },
) {
  const meeting = meetingOf(booking, world.asAt)
  const around = contactsOf(recordsOf(world, contacts), child)
  const choices = choicesOf(world, child)
  const invitees = meeting ? inviteesOf(around, choices, messages, meeting, world.asAt) : []
  const toTell = invitees.filter(({ toSay }) => toSay !== null)
  const reachable = toTell.filter(({ reach }) => reach.isKnown)
  const isOpen = meeting !== null && !meeting.isCancelled
  const due = meeting && dueOf(meeting, world)
  return {
    title: 'Invitations to the review',
    caption: `Child ${child}${meeting ? `, ${dayAndTime(meeting)}` : ''}`,
    back: { href: authorityPath(code, 'reviews', reviewRef), text: 'The review' },
    action: authorityPath(code, 'reviews', reviewRef, 'invitations'),
    contactsHref: authorityPath(code, 'children', child, 'contacts'),
    csrfToken,
    note: noteOf(meeting, around.length),
    meeting: meeting ? meetingInWords(meeting, officerName(world.registers, meeting.officerId)) : [],
    isOpen,
    // In words, so that only a person can tell whom they mean.
    wishes: [
      { key: 'who should come', value: choices?.whoToCome ?? '' },
      { key: 'who else must not come', value: choices?.whoNotToCome ?? '' },
    ].filter(({ value }) => value !== ''),
    seen: versionOfBooking(booking),
    reason: form?.reason ?? '',
    hasUnwanted: reachable.some(({ isUnwanted }) => isUnwanted),
    ...formErrors(problems.map((problem) => ({ field: fieldOf(problem), text: invitingProblemText(problem) }))),
    items: reachable.map((invitee) => ({
      value: invitee.contact.contactRef,
      text: `${invitee.contact.name}, ${contactRoles[invitee.contact.role].toLowerCase()}`,
      hint: { text: hintOf(invitee) },
      checked: form ? form.contacts.includes(invitee.contact.contactRef) : !invitee.isUnwanted,
    })),
    unreachable: toTell
      .filter(({ reach }) => !reach.isKnown)
      .map(({ contact, standing: { told } }) => ({
        name: contact.name,
        missing: `${reachInWords(contact).text}.${told ? ` Has been told of another date, ${dayAndTime(told)}.` : ''}`,
        href: authorityPath(code, 'children', child, 'contacts', contact.contactRef),
      })),
    isEveryoneTold: isOpen && invitees.length > 0 && toTell.length === 0,
    whenItems: due && [
      { value: 'when_due', text: `When they are due, on ${due}`, checked: form?.when !== 'now' },
      { value: 'now', text: 'Now', checked: form?.when === 'now' },
    ],
    sent: messages.flatMap((message) => {
      const { tells } = message
      return tells === null ? [] : [sentRow(message, dayAndTime(tells))]
    }),
  }
}

function noteOf(meeting: ReviewMeeting | null, contactsKnown: number): string | null {
  if (meeting === null) return 'Nothing is booked for this review yet, so there is no date to invite people to.'
  if (meeting.isCancelled) return 'This meeting is cancelled. Those who had been told of it are told that it is off.'
  return contactsKnown === 0 ? 'Nobody has been entered yet who is around the child.' : null
}

const meetingInWords = ({ on, startsAt, endsAt, place, format }: ReviewMeeting, chair: string | null) =>
  [
    { key: 'When', value: fromTo(on, startsAt, endsAt) },
    { key: 'Where', value: place ?? 'Not known yet' },
    { key: 'How people meet', value: format === null ? 'Not known yet' : howInWords(format) },
    { key: 'Who chairs', value: chair ?? 'Not known yet' },
  ] as const

/** The day on which invitations go out if they wait for it; null where they go at once. */
function dueOf(meeting: ReviewMeeting, world: World): string | null {
  const moment = sendFromWhenDue(meeting, {
    daysBefore: world.settings.inviteDaysBefore,
    isFirstReview: isFirstReview(world, meeting.child),
    today: world.asAt,
  })
  return moment === null ? null : longDateWithWeekday(localOf(moment).day)
}

/** How they are told, and all that whoever invites must know of them. */
function hintOf({ contact, isUnwanted, standing, toSay }: Invitee): string {
  const { told } = standing
  return [
    isUnwanted ? 'The child does not want them to come.' : '',
    `${reachInWords(contact).text}.`,
    toSay === 'new_date' && told ? `Has been told of another date, ${dayAndTime(told)}. Will be told the new one.` : '',
    contact.language === null ? '' : `Needs ${contact.language}: the message is in English.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

const sentRow = (message: Message, time: string) => ({
  name: message.name,
  channel: channels[message.channel],
  what: messageKinds[message.kind],
  time,
  state: messageStates[message.state],
  needsSomeone: message.state === 'needs_someone',
  detail: detailOf(message),
})

function detailOf({ state, reason, sendFrom, sentAt, putAt }: Message): string {
  const since = (words: string, moment: Instant) => `${words} ${momentInWords(moment)}`
  const when = ((): string => {
    if (state === 'waiting') return sendFrom === null ? 'Goes out at once' : since('Goes out from', sendFrom)
    return sentAt === null ? since('Written', putAt) : since('Sent', sentAt)
  })()
  return reason === null ? when : `${reason}. ${when}`
}

function fieldOf({ code }: InvitingProblem): 'contacts' | 'reason' {
  switch (code) {
    case 'nothing_booked':
    case 'is_cancelled':
    case 'is_over':
    case 'nobody_chosen':
    case 'no_address':
    case 'changed_meanwhile':
      return 'contacts'
    case 'reason_missing':
    case 'reason_too_long':
    case 'reason_has_no_place':
      return 'reason'
  }
}
