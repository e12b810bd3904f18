import type { ContactFact } from '../../participation/registers/contacts.ts'
import type { World } from '../../children/domain/world.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { Message, MessageEvent, MessageToSend } from '../../messages/domain/message.ts'
import { reachOf } from '../../participation/domain/contacts.ts'
import { whenOf } from '../domain/feed.ts'
import { type MeetingKind, messageKey } from '../domain/invitees.ts'
import { type DayAndTime, type PresentMeeting, officerName, timesMoved } from '../domain/presentMeeting.ts'
import { wordsOf } from '../domain/wording.ts'
import type { AboutReview } from './inviting.ts'
import type { InvitationLinks } from './ports.ts'
import { meetingUid } from '../../participation/app/versions.ts'

/** What is to be said to someone, and when. */
export interface WhatToSay {
  kind: MeetingKind
  /** What they were told before; null where nothing. */
  before: DayAndTime | null
  sendFrom: Instant | null
}

/** Makes a message about a meeting, with a link of its own; null where there is no address. `messages`: the review's. */
export type MessageTo = (
  input: Pick<AboutReview, 'authority' | 'origin'>,
  scene: { meeting: PresentMeeting; world: Pick<World, 'settings' | 'registers'> },
  messages: readonly Message[],
  contact: ContactFact,
  what: WhatToSay,
) => Promise<MessageToSend | null>

export const makeMessageTo =
  (links: Pick<InvitationLinks, 'make'>): MessageTo =>
  async ({ authority, origin }, { meeting, world }, messages, contact, { kind, before, sendFrom }) => {
    const reach = reachOf(contact)
    if (!reach.isKnown) return null
    const { child, reviewRef } = meeting
    const { contactRef, role, name } = contact
    const { channel, address } = reach
    // Of a meeting that is off, the time that this person knows.
    const time = kind === 'cancellation' && before ? before : meeting
    const { settings, registers } = world
    const words = wordsOf({
      kind,
      channel,
      to: { role, name },
      meeting,
      chair: officerName(registers, meeting.officerId),
      before,
      // Of a meeting that is off there is no more to see.
      link: kind === 'cancellation' ? '' : linkOf(origin, await links.make(authority.code, { reviewRef, contactRef })),
      service: settings.service,
    })
    const isForCalendars = channel === 'EMAIL' && role !== 'CHILD'
    const event = eventOf(kind, { ...meeting, ...time }, settings.booking.meetingMinutes, {
      uid: meetingUid(authority.code, reviewRef, meeting.number ?? 1),
      sequence: sequenceOf(world.registers, messages, meeting, contactRef),
    })
    return {
      key: messageKey(kind, { reviewRef, contactRef }, time, new Set(messages.map(({ key }) => key))),
      kind,
      child,
      reviewRef,
      contactRef,
      role,
      name,
      channel,
      address,
      ...words,
      event: isForCalendars ? event : null,
      sendFrom,
      isDraft: false,
    }
  }

/** The address behind which an invited person finds the meeting. */
export const linkOf = (origin: string, token: string): string => `${origin}/invitations/${token}`

/** Rises with every word to this person, so that their calendar takes the latest for the latest. */
export const sequenceOf = (
  facts: Parameters<typeof timesMoved>[0],
  messages: readonly Message[],
  { reviewRef, isCancelled }: PresentMeeting,
  contactRef: string,
): number =>
  Math.max(
    messages.filter((message) => message.contactRef === contactRef).length,
    timesMoved(facts, reviewRef) + Number(isCancelled),
  )

function eventOf(
  kind: MeetingKind,
  meeting: DayAndTime & { endsAt: string | null },
  minutes: number,
  name: Pick<MessageEvent, 'uid' | 'sequence'>,
): MessageEvent | null {
  const when = whenOf(meeting, minutes)
  return 'day' in when ? null : { ...name, ...when, isCancelled: kind === 'cancellation' }
}
