import { quietHoursSetting } from '../../messages/settings.ts'
import { inviteDaysSetting } from '../../booking/settings.ts'
import { invitingKinds } from '../messageKinds.ts'
import { messagesPermissions } from '../../messages/permissions.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import { recordsOf } from '../../world/world.ts'
import { type AskingFrom, type Seeing, seenChild } from '../../access/app/asking.ts'
import type { Changing } from '../../access/app/changeRecords.ts'
import type { Told, ToldOf } from '../../booking/app/ports.ts'
import { bookingRegisters } from '../../booking/app/tables.ts'
import { asItStands } from '../../booking/app/changeBookings.ts'
import {
  type ReviewMeeting,
  bookingNamed,
  bookings,
  isToCome,
  meetingOf,
  versionOfBooking,
} from '../../booking/domain/bookings.ts'
import type { World } from '../../children/domain/world.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import type { Message, MessageToSend, TimeTold } from '../../messages/domain/message.ts'
import { choicesOf } from '../../participation/domain/choices.ts'
import { contactsOf } from '../../participation/domain/contacts.ts'
import type { Unit } from '../../platform/unitOfWork.ts'
import { type Rows, holdRows, keeping } from '../../registers/app/changeByHand.ts'
import type { Register } from '../../registers/register.ts'
import type { RowToKeep } from '../../registers/app/ports.ts'
import { meetings } from '../../reviews/registers/meetings.ts'
import { isFirstReview } from '../domain/firstReview.ts'
import { type Invitee, inviteesOf, isSameTime, sendFromWhenDue, standingOf } from '../domain/invitees.ts'
import { type InvitingProblem, invitingProblems } from '../domain/invitingProblems.ts'
import { makeMessageTo } from './meetingMessages.ts'
import type { InvitationLinks, OtherSubjects } from './ports.ts'

/** Whom to invite to which review, and when to tell them. */
export interface ToInvite extends AskingFrom {
  child: string
  reviewRef: string
  contactRefs: readonly string[]
  /** Why those whom the child does not want are invited nevertheless, for the child to read; empty for no word. */
  reason: string
  when: 'now' | 'when_due'
  /** The version that the page showed: `versionOfBooking`. */
  replaces: string
}

/** Whom to invite to a review of a household. */
export interface ToInviteOther extends ToInvite {
  /** As the user may see it, with the subject. */
  world: World
  /** The children whom the log names. */
  children: readonly string[]
}

/**
 * Telling people of a review's meeting, as part of what is told or not at all. `moved`: tells everyone who was told, and
 * renews what was still waiting to be sent. `cancelled`: a meeting is off: tells everyone who was told, and withdraws what
 * was waiting; where another of the review is to come, tells of that one.
 */
export interface Inviting extends Told {
  /**
   * Invites people, or tells those who know of another date of this one. Puts in nothing unless the list is empty; null
   * where there is no such review to see for the user.
   */
  invite: (input: ToInvite) => Promise<readonly InvitingProblem[] | null>
  /** The same for a review of a subject that is no child, which the user has been shown: `child` is its reference. */
  inviteOther: (input: ToInviteOther) => Promise<readonly InvitingProblem[]>
}

export interface InvitingDeps extends Changing, Seeing {
  links: Pick<InvitationLinks, 'make'>
  outbox: Outbox
  /** Left out where there are none. */
  otherSubjects?: OtherSubjects
}

/** A meeting with all that is known around it. */
interface MeetingKnown {
  meeting: ReviewMeeting
  world: World
  isFirstReview: boolean
}

export function makeInviting(deps: InvitingDeps): Inviting {
  const { inOneTransaction, store, log, links, outbox, today, otherSubjects } = deps
  const messageTo = makeMessageTo(links)

  function meetingKnown({
    world,
    reviewRef,
    child,
  }: Pick<ToldOf, 'world' | 'reviewRef' | 'child'>): MeetingKnown | null {
    const booking = bookingNamed(world.registers, reviewRef)
    const meeting = booking && meetingOf(booking, today())
    return meeting && { meeting, world, isFirstReview: isFirstReview(world, child) }
  }

  const inviteesIn = ({ meeting, world }: MeetingKnown, messages: readonly Message[]): Invitee[] => {
    const around = contactsOf(recordsOf(world, contacts), meeting.child)
    return inviteesOf(around, choicesOf(world, meeting.child), messages, meeting, today())
  }

  const dueFrom = ({ meeting, world, isFirstReview }: MeetingKnown) =>
    sendFromWhenDue(meeting, { daysBefore: inviteDaysSetting.of(world.settings), isFirstReview, today: today() })

  /** Withdraws what would tell of another time than the present one; gives whom it was meant for. */
  async function withdrawOutdated(unit: Unit, input: About, { meeting }: MeetingKnown): Promise<readonly Message[]> {
    const { reviewRef, by } = input
    const waiting = (await outbox.ofReview(unit, reviewRef)).filter(({ state }) => state === 'waiting')
    const isOutdated = ({ kind, tells }: Message) =>
      tells !== null && (kind === 'cancellation' || !isSameTime(tells, meeting))
    if (!waiting.some(isOutdated)) return []
    return outbox.withdraw(unit, { reviewRef, kinds: Object.values(invitingKinds) }, by.personId)
  }

  const put = (unit: Unit, { by }: About, { world }: MeetingKnown, made: readonly MessageToSend[]) =>
    made.length === 0
      ? Promise.resolve()
      : outbox.put(unit, made, { by: by.personId, quietHours: quietHoursSetting.of(world.settings) })

  /** Puts in what must be said to each of these; those who know, and those who can't be reached, are passed over. */
  async function tell(
    unit: Unit,
    input: About,
    known: MeetingKnown,
    invitees: readonly Invitee[],
    messages: readonly Message[],
    sendFromOf: (invitee: Invitee) => MessageToSend['sendFrom'],
  ): Promise<void> {
    const made: MessageToSend[] = []
    for (const invitee of invitees) {
      const kind = invitee.toSay
      if (kind === null) continue
      const { told } = invitee.standing
      const message = await messageTo(unit, input, known, messages, invitee.contact, {
        kind,
        before: told,
        sendFrom: kind === 'invitation' ? sendFromOf(invitee) : null,
      })
      if (message) made.push(message)
    }
    await put(unit, input, known, made)
  }

  /** Has those who were about to hear of another time hear of the present one, and of those who know another, these. */
  async function renew(
    unit: Unit,
    input: About,
    known: MeetingKnown,
    isToldToo: (invitee: Invitee) => boolean,
  ): Promise<void> {
    const withdrawn = await withdrawOutdated(unit, input, known)
    const messages = await outbox.ofReview(unit, input.reviewRef)
    const wasWaiting = ({ contact }: Invitee) => withdrawn.find(({ contactRef }) => contactRef === contact.contactRef)
    const invitees = inviteesIn(known, messages).filter(
      (invitee) => wasWaiting(invitee) ?? (invitee.standing.told !== null && isToldToo(invitee)),
    )
    await tell(unit, input, known, invitees, messages, (invitee) =>
      wasWaiting(invitee)?.sendFrom ? dueFrom(known) : null,
    )
  }

  /** Invites people to a review that the user has been shown. `worldIn`: the world with it, as the rows in the unit stand. */
  async function inviteIn(
    input: ToInvite,
    children: readonly string[],
    registers: readonly Register[],
    worldIn: (rows: Rows) => World,
  ): Promise<readonly InvitingProblem[]> {
    const { child, reviewRef, authority, contactRefs } = input
    const outcome = await inOneTransaction<{ problems: readonly InvitingProblem[] }>(authority, async (unit) => {
      const held = await holdRows(store, unit, registers)
      const world = worldIn(held.rows)
      const known = meetingKnown({ world, reviewRef, child })
      if (!known) return { problems: [{ code: 'nothing_booked' }] }
      if (!isAsShown(world, input)) return { problems: [{ code: 'changed_meanwhile' }] }
      const chosenIn = (messages: readonly Message[]) =>
        inviteesIn(known, messages).filter(({ contact }) => contactRefs.includes(contact.contactRef))
      const chosen = chosenIn(await outbox.ofReview(unit, reviewRef))
      const problems = invitingProblems(known.meeting, chosen, input, today())
      if (problems.length > 0) return { problems }
      if (chosen.some(({ isUnwanted, toSay }) => isUnwanted && toSay !== null)) {
        const what = 'said why someone is invited whom a child does not want'
        await held.keep(withReason(held.rows, known.meeting, input.reason), { what, by: input.by.personId })
      }
      await renew(unit, input, known, () => false)
      const now = await outbox.ofReview(unit, reviewRef)
      await tell(unit, input, known, chosenIn(now), now, () => (input.when === 'now' ? null : dueFrom(known)))
      const what = 'invited people to a review'
      log.note(unit, { personId: input.by.personId, action: 'change', what, children: [...children] })
      return { problems: [] }
    })
    return outcome.problems
  }

  return {
    invite: async (input) => {
      const { child, reviewRef } = input
      const seen = await seenChild(deps, input, messagesPermissions.send, child)
      if (!seen || bookings(seen.world).get(reviewRef)?.review.child !== child) return null
      return inviteIn(input, [child], bookingRegisters, (rows) => asItStands(seen.world, rows, child))
    },

    inviteOther: (input) =>
      inviteIn(input, input.children, [...bookingRegisters, ...(otherSubjects?.registers ?? [])], ({ stored }) => ({
        ...input.world,
        registers: new Map([
          ...input.world.registers,
          ...(otherSubjects?.withSubject(stored, input.child, today()) ?? stored),
        ]),
      })),

    moved: async (unit, input) => {
      const known = meetingKnown(input)
      if (known && !known.meeting.isCancelled) await renew(unit, input, known, () => true)
    },

    cancelled: async (unit, input) => {
      const known = meetingKnown(input)
      if (!known) return
      const { reviewRef, by } = input
      // Another meeting of the review is still to come: that is the one which people must know of now.
      if (isToCome(known.meeting, today())) return renew(unit, input, known, () => true)
      await outbox.withdraw(unit, { reviewRef, kinds: [invitingKinds.invitation, invitingKinds.new_date] }, by.personId)
      const messages = await outbox.ofReview(unit, reviewRef)
      const made: MessageToSend[] = []
      // Also to those who are no longer asked: they were told, and would come in vain.
      for (const contact of contactsOf(recordsOf(known.world, contacts), known.meeting.child)) {
        const { told, waiting } = standingOf(messages, contact.contactRef)
        if (told === null || waiting?.kind === 'cancellation' || isHeldAt(known.meeting, told)) continue
        const how = { kind: 'cancellation', before: told, sendFrom: null } as const
        const message = await messageTo(unit, input, known, messages, contact, how)
        if (message) made.push(message)
      }
      await put(unit, input, known, made)
    },
  }
}

/** Whether the meeting took place, and at this time: then nobody came in vain. */
const isHeldAt = (meeting: ReviewMeeting, time: TimeTold): boolean =>
  meeting.status === 'HELD' && isSameTime(meeting, time)

/** A review whose people are told, and who has them told. */
type About = AskingFrom & Pick<ToldOf, 'reviewRef'>

function isAsShown({ registers }: World, { reviewRef, replaces }: ToInvite): boolean {
  const booking = bookingNamed(registers, reviewRef)
  return booking !== null && versionOfBooking(booking) === replaces
}

/** The reason is kept with the meeting, where the child can read it. */
const withReason = (rows: Rows, { reviewRef, number }: ReviewMeeting, reason: string): RowToKeep[] =>
  rows(meetings)
    .filter((row) => row.reviewRef === reviewRef && row.number === number)
    .map((row) => {
      const soFar = row.whyNotAsChosen ?? ''
      return keeping(meetings, {
        ...row,
        whyNotAsChosen: soFar.includes(reason) ? soFar : `${soFar} ${reason}`.trim(),
      })
    })
