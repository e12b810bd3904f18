import { invitingKinds } from '../messageKinds.ts'
import type { ContactFact } from '../../participation/registers/contacts.ts'
import type { ReviewChoiceFact } from '../../participation/registers/choices.ts'
import { type Instant, type PlainDate, addDays, isAfter, isSameDay } from '../../kernel/dates.ts'
import { momentAt } from '../../kernel/localTimes.ts'
import type { Message, TimeTold } from '../../messages/domain/message.ts'
import { type Reach, isCurrent, reachOf } from '../../participation/domain/contacts.ts'
import type { ReviewMeeting } from '../../booking/domain/bookings.ts'

export type MeetingKind = keyof typeof invitingKinds

/** Every kind of message that tells people of a meeting. */
export const meetingKinds: readonly MeetingKind[] = ['invitation', 'new_date', 'cancellation']

/** Whether a message is one of those that tell people of a meeting. */
export const isMeetingKind = (kind: string): kind is MeetingKind => Object.hasOwn(invitingKinds, kind)

const NO_TIME = '-'

/**
 * The key of a message about a meeting: the same word to the same person is one message. Where the same was said before
 * and something else since (a review moved away and back), it is numbered: it must be said again.
 */
export function messageKey(
  kind: MeetingKind,
  { reviewRef, contactRef }: { reviewRef: string; contactRef: string },
  { on, startsAt }: TimeTold,
  taken: ReadonlySet<string>,
): string {
  const base = [kind, reviewRef, contactRef, on.toString(), startsAt ?? NO_TIME].join(' ')
  let key = base
  for (let number = 2; taken.has(key); number++) key = `${base} ${number}`
  return key
}

/** Whether two meetings are at the same time: people who know the one know the other. */
export const isSameTime = (a: TimeTold, b: TimeTold): boolean => isSameDay(a.on, b.on) && a.startsAt === b.startsAt

/** What someone knows of a review's meeting, or is about to learn. */
export interface Standing {
  /** The last that they were told, as far as anyone can know; null where they were told nothing, or that it is off. */
  told: TimeTold | null
  /** The message by which they were told last, whatever it said. */
  lastSaid: Message | null
  /** A message that has not gone yet. */
  waiting: Message | null
}

/** Whether the message has gone, or may have: where nobody can know, someone may have read it. */
const hasGone = ({ state }: Message): boolean => !['draft', 'waiting', 'withdrawn'].includes(state)

/** `messages`: those of the review, latest first. */
export function standingOf(messages: readonly Message[], contactRef: string): Standing {
  const own = messages.filter(
    (message) => message.contactRef === contactRef && isMeetingKind(message.kind),
  )
  const lastSaid = own.find(hasGone) ?? null
  const told = lastSaid && lastSaid.kind !== 'cancellation' ? lastSaid.tells : null
  return { told, lastSaid, waiting: own.find(({ state }) => state === 'waiting' || state === 'draft') ?? null }
}

/** What must be said to someone so that they know of the meeting; null where they know or will hear. */
export function kindToSay({ told, waiting }: Standing, meeting: TimeTold): 'invitation' | 'new_date' | null {
  const learns = waiting?.tells
  if (learns && isSameTime(learns, meeting)) return null
  if (told === null) return 'invitation'
  return isSameTime(told, meeting) ? null : 'new_date'
}

/** Someone who may be asked to a meeting. */
export interface Invitee {
  contact: ContactFact
  reach: Reach
  /** Whether the child has said that they must not come. */
  isUnwanted: boolean
  standing: Standing
  /** What would have to be said to them; null where they know. */
  toSay: 'invitation' | 'new_date' | null
}

/** Everyone around the child on a day, with how they stand to the meeting. */
export const inviteesOf = (
  contacts: readonly ContactFact[],
  choices: ReviewChoiceFact | null,
  messages: readonly Message[],
  meeting: ReviewMeeting,
  today: PlainDate,
): Invitee[] =>
  contacts
    .filter((contact) => isCurrent(contact, today))
    .map((contact) => {
      const standing = standingOf(messages, contact.contactRef)
      return {
        contact,
        reach: reachOf(contact),
        isUnwanted: choices?.contactsNotToCome.includes(contact.contactRef) ?? false,
        standing,
        toSay: kindToSay(standing, meeting),
      }
    })

/** When post is read: nothing that waits for its day goes out at night. */
const SENT_FROM = '09:00'

/**
 * The moment from which an invitation goes out when it is due, `daysBefore` the review; null for at once, where that day
 * has come or it is the first review, which leaves no time to wait. Unit: calendar days. CLK-PRE-1.
 */
export function sendFromWhenDue(
  meeting: TimeTold,
  { daysBefore, isFirstReview, today }: { daysBefore: number; isFirstReview: boolean; today: PlainDate },
): Instant | null {
  const due = addDays(meeting.on, -daysBefore)
  return isFirstReview || !isAfter(due, today) ? null : momentAt(due, SENT_FROM)
}
