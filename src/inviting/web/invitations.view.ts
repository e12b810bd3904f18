import { wordsToSay } from '../app/meetingMessages.ts'
import type { Providers } from '../../messages/app/provider.ts'
import { messageKindWords } from '../../house/messageKind.ts'
import { invitingKinds } from '../messageKinds.ts'
import { channels } from '../../participation/registers/contacts.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'
import { type Message, messageStates } from '../../messages/domain/message.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { momentInWords } from '../../platform/web/moments.ts'
import type { Invitee } from '../domain/invitees.ts'
import { type ReviewMeeting, isToCome, meetingOf } from '../../booking/domain/bookings.ts'
import { chairName } from '../domain/facts.ts'
import { dayAndTime, fromTo, howInWords } from '../domain/wording.ts'
import { reachInWords } from '../../participation/web/contacts.view.ts'
import type { FaultIn, TypedIn } from '../../platform/web/forms/form.ts'
import { type Invitations, pictureOf, invitingForm, type InvitingForm } from './invitations.form.ts'
import { inSentence } from '../../kernel/words.ts'

/** All that invitations.njk shows. */
export function invitationsPage(
  invitations: Invitations,
  typed: TypedIn<InvitingForm>,
  faults: readonly FaultIn<InvitingForm>[],
  { csrfToken }: { csrfToken: string },
) {
  const { reviewRef, child, words, booking, world, messages, providers } = invitations
  const { code } = invitations.authority
  const meeting = meetingOf(booking, world.asAt)
  const { contacts: around, choices, toTell, reachable, isEveryoneTold, due } = pictureOf(invitations)
  const isOpen = meeting !== null && isToCome(meeting, world.asAt)
  return {
    title: 'Invitations to the review',
    caption: `${words.about}${meeting ? `, ${dayAndTime(meeting)}` : ''}`,
    back: { href: authorityPath(code, 'reviews', reviewRef), text: 'The review' },
    action: authorityPath(code, 'reviews', reviewRef, 'invitations'),
    contactsHref: authorityPath(code, 'children', child, 'contacts'),
    csrfToken,
    note: noteOf(meeting, around.length === 0 ? words.nobody : null, world.asAt),
    peopleText: words.people,
    everyoneWords: words.everyone,
    meeting: meeting ? meetingInWords(meeting, chairName(world.registers, meeting.officerId)) : [],
    isOpen,
    // In words, so that only a person can tell whom they mean.
    wishes: [
      { key: 'who should come', value: choices?.whoToCome ?? '' },
      { key: 'who else must not come', value: choices?.whoNotToCome ?? '' },
    ].filter(({ value }) => value !== ''),
    hasUnwanted: reachable.some(({ isUnwanted }) => isUnwanted),
    ...invitingForm(invitations).shown(typed, faults),
    hasPeople: reachable.length > 0,
    unreachable: toTell
      .filter(({ reach }) => !reach.isKnown)
      .map(({ contact, standing: { told } }) => ({
        name: contact.name,
        missing: `${reachInWords(contact).text}.${told ? ` Has been told of another date, ${dayAndTime(told)}.` : ''}`,
        href: authorityPath(code, 'children', child, 'contacts', contact.contactRef),
      })),
    isEveryoneTold: isOpen && isEveryoneTold,
    asksWhen: due !== null,
    whenWords: whenWords(reachable, providers),
    drafts: meeting ? reachable.map((invitee) => draftOf(invitee, meeting, invitations)) : [],
    sent: messages.flatMap((message) => {
      const { tells } = message
      return tells === null ? [] : [sentRow(message, dayAndTime(tells), providers)]
    }),
  }
}

function noteOf(meeting: ReviewMeeting | null, nobody: string | null, today: PlainDate): string | null {
  if (meeting === null) return 'Nothing is booked for this review yet, so there is no date to invite people to.'
  if (meeting.isCancelled) return 'This meeting is cancelled. Those who had been told of it are told that it is off.'
  if (!isToCome(meeting, today)) return 'This meeting is over, so there is nothing left to invite people to.'
  return nobody
}

const meetingInWords = ({ on, startsAt, endsAt, place, format }: ReviewMeeting, chair: string | null) =>
  [
    { key: 'When', value: fromTo(on, startsAt, endsAt) },
    { key: 'Where', value: place ?? 'Not known yet' },
    { key: 'How people meet', value: format === null ? 'Not known yet' : howInWords(format) },
    { key: 'Who chairs', value: chair ?? 'Not known yet' },
  ] as const

/** When messages go that are not kept until they are due; what nobody carries is never said to go. */
function whenWords(reachable: readonly Invitee[], providers: Providers): string {
  const channels = reachable.flatMap(({ reach }) => (reach.isKnown ? [reach.channel] : []))
  const closed = channels.filter((channel) => !providers[channel])
  if (closed.length === 0) return 'The messages go out at once.'
  const waits = 'Nothing is set up here to send'
  return closed.length === channels.length
    ? `${waits} these messages: they wait under Messages. Letters can be printed there and posted.`
    : `${waits} ${closed.length} of these messages: they wait under Messages. The others go out at once.`
}

/** What someone will be told, word for word, to look at before it is sent. The link is made when it is. */
function draftOf(
  { contact, reach, standing, toSay }: Invitee,
  meeting: ReviewMeeting,
  { world, authority }: Invitations,
) {
  if (!reach.isKnown || toSay === null) return null
  const what = { kind: toSay, before: standing.told }
  const words = wordsToSay(
    { meeting, world, contact, channel: reach.channel, authority },
    what,
    '(a link of their own)',
  )
  return {
    summary: `${contact.name}, ${inSentence(channels[reach.channel])}`,
    subject: reach.channel === 'TEXT' ? null : words.subject,
    paragraphs: words.body.split('\n\n').map((paragraph) => paragraph.split('\n')),
  }
}

const sentRow = (message: Message, time: string, providers: Providers) => ({
  name: message.name,
  channel: channels[message.channel],
  what: messageKindWords(Object.values(invitingKinds), message.kind),
  time,
  state: messageStates[message.state],
  needsSomeone: message.state === 'needs_someone',
  detail: detailOf(message, providers),
})

function detailOf({ state, reason, sendFrom, sentAt, putAt, channel }: Message, providers: Providers): string {
  const since = (words: string, moment: Instant) => `${words} ${momentInWords(moment)}`
  const when = ((): string => {
    if (state === 'waiting' && !providers[channel]) return 'Waits: nothing is set up to send it'
    if (state === 'waiting') return sendFrom === null ? 'Goes out at once' : since('Goes out from', sendFrom)
    return sentAt === null ? since('Written', putAt) : since('Sent', sentAt)
  })()
  return reason === null ? when : `${reason}. ${when}`
}
