import { bookingSetting } from '../../reviews/settings.ts'
import { councilName, serviceSetting } from '../../messages/settings.ts'
import { invitingKinds } from '../messageKinds.ts'
import type { ContactFact, MessageChannel } from '../../participation/registers/contacts.ts'
import type { World } from '../../children/domain/world.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { Message, MessageEvent, MessageToSend, TimeTold } from '../../messages/domain/message.ts'
import { reachOf } from '../../participation/domain/contacts.ts'
import { whenOf } from '../domain/feed.ts'
import { type MeetingKind, messageKey } from '../domain/invitees.ts'
import type { ReviewMeeting } from '../../booking/domain/bookings.ts'
import { chairName, timesMoved } from '../domain/facts.ts'
import { wordsOf } from '../domain/wording.ts'
import type { AskingFrom } from '../../access/app/asking.ts'
import type { Unit } from '../../platform/unitOfWork.ts'
import type { InvitationLinks } from './ports.ts'
import { meetingUid } from './meetingUid.ts'

/** What is to be said to someone, and when. */
export interface WhatToSay {
  kind: MeetingKind
  /** What they were told before; null where nothing. */
  before: TimeTold | null
  sendFrom: Instant | null
}

/** Makes a message about a meeting, with a link of its own; null where there is no address. `messages`: the review's. */
export type MessageTo = (
  unit: Unit,
  input: Pick<AskingFrom, 'authority' | 'origin'>,
  of: { meeting: ReviewMeeting; world: Pick<World, 'settings' | 'registers'> },
  messages: readonly Message[],
  contact: ContactFact,
  what: WhatToSay,
) => Promise<MessageToSend | null>

export const makeMessageTo =
  (links: Pick<InvitationLinks, 'make'>): MessageTo =>
  async (unit, { authority, origin }, { meeting, world }, messages, contact, { kind, before, sendFrom }) => {
    const reach = reachOf(contact)
    if (!reach.isKnown) return null
    const { child, reviewRef } = meeting
    const { contactRef, role, name } = contact
    const { channel, address } = reach
    // Of a meeting that is off, the time that this person knows.
    const time = kind === 'cancellation' && before ? before : meeting
    const { settings } = world
    const words = wordsToSay(
      { meeting, world, contact, channel, authority },
      { kind, before },
      // Of a meeting that is off there is no more to see.
      kind === 'cancellation' ? '' : linkOf(origin, await links.make(unit, { reviewRef, contactRef })),
    )
    const isForCalendars = channel === 'EMAIL' && role !== 'CHILD'
    const event = eventOf(kind, { ...meeting, ...time }, bookingSetting.of(settings).meetingMinutes, {
      uid: meetingUid(authority.code, reviewRef, meeting.number),
      sequence: sequenceOf(world.registers, messages, meeting, contactRef),
    })
    return {
      key: messageKey(kind, { reviewRef, contactRef }, time, new Set(messages.map(({ key }) => key))),
      kind: invitingKinds[kind],
      child,
      reviewRef,
      contactRef,
      role,
      name,
      channel,
      address,
      ...words,
      tells: { on: time.on, startsAt: time.startsAt },
      event: isForCalendars ? event : null,
      sendFrom,
    }
  }

/** What a message about a meeting is made of, besides what it says. */
interface ToSay {
  meeting: ReviewMeeting
  world: Pick<World, 'settings' | 'registers'>
  contact: ContactFact
  channel: MessageChannel
  authority: { name: string }
}

/** The words that someone who can be reached is told, as they will stand in the message. */
export function wordsToSay(
  { meeting, world: { settings, registers }, contact, channel, authority }: ToSay,
  { kind, before }: Pick<WhatToSay, 'kind' | 'before'>,
  link: string,
): { subject: string; body: string } {
  const { role, name } = contact
  return wordsOf({
    kind,
    channel,
    to: { role, name },
    meeting,
    chair: chairName(registers, meeting.officerId),
    before,
    link,
    service: serviceSetting.of(settings),
    council: councilName(settings, authority),
    child: meeting.child,
  })
}

/** The address behind which an invited person finds the meeting. */
export const linkOf = (origin: string, token: string): string => `${origin}/invitations/${token}`

/** Rises with every word to this person, so that their calendar takes the latest for the latest. */
export const sequenceOf = (
  facts: Parameters<typeof timesMoved>[0],
  messages: readonly Message[],
  { reviewRef, isCancelled }: ReviewMeeting,
  contactRef: string,
): number =>
  Math.max(
    messages.filter((message) => message.contactRef === contactRef).length,
    timesMoved(facts, reviewRef) + Number(isCancelled),
  )

function eventOf(
  kind: MeetingKind,
  meeting: TimeTold & { endsAt: string | null },
  minutes: number,
  name: Pick<MessageEvent, 'uid' | 'sequence'>,
): MessageEvent | null {
  const when = whenOf(meeting, minutes)
  return 'day' in when ? null : { ...name, ...when, isCancelled: kind === 'cancellation' }
}
