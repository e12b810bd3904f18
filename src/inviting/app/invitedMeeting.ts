import { bookingSetting } from '../../reviews/settings.ts'
import { councilName, serviceSetting } from '../../messages/settings.ts'
import type { ServiceToReach } from '../../messages/settings.ts'
import { rearrangements } from '../../reviews/registers/rearrangements.ts'
import { contacts, type ContactRole } from '../../participation/registers/contacts.ts'
import { type PlainDate, isAfter, isOnOrAfter, isSameDay } from '../../kernel/dates.ts'
import { authorityNamed } from '../../platform/authorities.ts'
import { localOf } from '../../kernel/localTimes.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import type { SettingsReader } from '../../settings/app/ports.ts'
import { isCurrent } from '../../participation/domain/contacts.ts'
import { type MeetingEntry, whenOf } from '../domain/feed.ts'
import { type ReviewMeeting, bookingNamed, meetingOf } from '../../booking/domain/bookings.ts'
import { chairName } from '../domain/facts.ts'
import type { FactsNow, InvitationLinks, OtherSubjects } from './ports.ts'
import { sequenceOf } from './meetingMessages.ts'
import { meetingUid } from './meetingUid.ts'

/** A meeting as the person sees it who was invited by a link. It names no child. */
export interface InvitedMeeting {
  role: ContactRole
  meeting: Pick<ReviewMeeting, 'on' | 'startsAt' | 'endsAt' | 'place' | 'format' | 'whyNotAsChosen' | 'isCancelled'>
  chair: string | null
  /** The day it was to be on before; null where it has not moved since the link was made. */
  movedFrom: PlainDate | null
  service: ServiceToReach
  authority: { code: string; name: string }
  /** The council’s name, as it signs. */
  council: string
  calendar: Pick<MeetingEntry, 'uid' | 'sequence' | 'when'>
}

/** The meeting that a link's token leads to, as it stands now; null where it leads nowhere, or the day is over. */
export type InvitedMeetingOf = (token: string) => Promise<InvitedMeeting | null>

export interface InvitedMeetingDeps {
  links: Pick<InvitationLinks, 'find'>
  facts: FactsNow
  settings: SettingsReader
  outbox: Pick<Outbox, 'ofReview'>
  today: () => PlainDate
  /** Left out where there are none. */
  otherSubjects?: OtherSubjects
}

/**
 * Anyone who holds the link was invited, and is told when and where: no sign-in stands before it. That holds for a child
 * whose record is sealed too. A seal says which people of the service see the record; someone who is asked to the
 * meeting must still learn where it is, and the link shows them nothing else.
 */
export const makeInvitedMeetingOf =
  ({
    links,
    facts: factsOf,
    settings: settingsOf,
    outbox,
    today,
    otherSubjects,
  }: InvitedMeetingDeps): InvitedMeetingOf =>
  async (token) => {
    const link = await links.find(token)
    if (!link) return null
    const { authority, reviewRef, contactRef, createdAt } = link
    const known = await factsOf(authority)
    const isOfChild = bookingNamed(known, reviewRef) !== null
    const facts = isOfChild ? known : (otherSubjects?.withReview(known, reviewRef, today()) ?? known)
    const booking = bookingNamed(facts, reviewRef)
    const meeting = booking && meetingOf(booking, today())
    if (!meeting || isAfter(today(), meeting.on)) return null
    const contact = contacts.rowsIn(facts).find((one) => one.child === meeting.child && one.contactRef === contactRef)
    if (!contact || !isCurrent(contact, today())) return null
    const settings = await settingsOf(authority, null)
    const madeOn = localOf(createdAt).day
    const move = rearrangements
      .rowsIn(facts)
      .findLast((one) => one.reviewRef === reviewRef && isSameDay(one.toDay, meeting.on) && isOnOrAfter(one.on, madeOn))
    const messages = await outbox.ofReview(authority, reviewRef)
    const { on, startsAt, endsAt, place, format, whyNotAsChosen, isCancelled } = meeting
    return {
      role: contact.role,
      meeting: { on, startsAt, endsAt, place, format, whyNotAsChosen, isCancelled },
      chair: chairName(facts, meeting.officerId),
      movedFrom: move && !isSameDay(move.fromDay, meeting.on) ? move.fromDay : null,
      service: serviceSetting.of(settings),
      authority: authorityNamed(authority),
      council: councilName(settings, authorityNamed(authority)),
      calendar: {
        uid: meetingUid(authority, reviewRef, meeting.number),
        sequence: sequenceOf(facts, messages, meeting, contactRef),
        when: whenOf(meeting, bookingSetting.of(settings).meetingMinutes),
      },
    }
  }
