import { contacts } from '../../participation/registers/contacts.ts'
import { recordsOf } from '../../world/world.ts'
import type { World } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import type { Message, MessageToSend } from '../../messages/domain/message.ts'
import { changeByHand, keeping } from '../../registers/app/changeByHand.ts'
import type { RegisterStore } from '../../registers/app/ports.ts'
import { meetings } from '../../reviews/registers/meetings.ts'
import { choicesOf } from '../../participation/domain/choices.ts'
import { contactsOf } from '../../participation/domain/contacts.ts'
import { isFirstReview } from '../domain/firstReview.ts'
import { type Invitee, inviteesOf, meetingKinds, sendFromWhenDue, standingOf, timeToldBy } from '../domain/invitees.ts'
import { type InvitingProblem, invitingProblems } from '../domain/invitingProblems.ts'
import { type PresentMeeting, isSameTime, presentMeeting } from '../domain/presentMeeting.ts'
import type { FactsNow, InvitationLinks } from './ports.ts'
import { makeMessageTo } from './meetingMessages.ts'
import { versionOf } from '../../participation/app/versions.ts'

/** A review whose people are to be told something. */
export interface AboutReview {
  authority: { code: string; name: string }
  reviewRef: string
  /** The person's id. */
  by: string
  /** Where browsers find the server, for the links: `https://footprint.example.gov.uk`. */
  origin: string
}

/** Whom to invite, and when to tell them. */
export interface ToInvite extends AboutReview {
  contactRefs: readonly string[]
  /** Why those whom the child does not want are invited nevertheless, for the child to read; empty for no word. */
  reason: string
  when: 'now' | 'when_due'
  /** The version of the meeting that whoever invites has seen, of `meetingVersion`. */
  seen: string
}

/** Telling people of a review's meeting. Whether whoever asks may see the child, and send, is for the caller to check. */
export interface Inviting {
  /** Invites people, or tells those who know of another date of this one. Puts in nothing unless the list is empty. */
  invite: (input: ToInvite) => Promise<readonly InvitingProblem[]>
  /** After the meeting was moved: tells everyone who was told, and renews what was still waiting to be sent. */
  moved: (input: AboutReview) => Promise<void>
  /** After the meeting was cancelled: tells everyone who was told, and withdraws what was still waiting to be sent. */
  cancelled: (input: AboutReview) => Promise<void>
}

export interface InvitingDeps {
  facts: FactsNow
  /** All that is known of a child today. */
  childWorld: (authority: string, child: string) => Promise<World>
  links: Pick<InvitationLinks, 'make'>
  outbox: Outbox
  registers: Pick<RegisterStore, 'change'>
  today: () => PlainDate
}

/** What tells one state of a meeting, as it is told to people, from another. */
export const meetingVersion = ({
  on,
  startsAt,
  endsAt,
  officerId,
  place,
  format,
  isCancelled,
}: PresentMeeting): string => versionOf([on, startsAt, endsAt, officerId, place, format, isCancelled])

/** A meeting with all that is known around it. */
interface Scene {
  meeting: PresentMeeting
  world: World
  isFirstReview: boolean
}

export function makeInviting({ facts, childWorld, links, outbox, registers, today }: InvitingDeps): Inviting {
  const messageTo = makeMessageTo(links)

  async function sceneOf({ authority, reviewRef }: AboutReview): Promise<Scene | null> {
    const meeting = presentMeeting(await facts(authority.code), reviewRef, today())
    if (!meeting) return null
    const world = await childWorld(authority.code, meeting.child)
    return { meeting, world, isFirstReview: isFirstReview(world) }
  }

  const inviteesIn = ({ meeting, world }: Scene, messages: readonly Message[]): Invitee[] => {
    const around = contactsOf(recordsOf(world, contacts), meeting.child)
    return inviteesOf(around, choicesOf(world, meeting.child), messages, meeting, today())
  }

  const dueFrom = ({ meeting, world, isFirstReview }: Scene) =>
    sendFromWhenDue(meeting, { daysBefore: world.settings.inviteDaysBefore, isFirstReview, today: today() })

  /** Withdraws what would tell of another time than the present one; gives whom it was meant for. */
  async function withdrawOutdated(input: AboutReview, { meeting }: Scene): Promise<readonly Message[]> {
    const { authority, reviewRef, by } = input
    const waiting = (await outbox.ofReview(authority.code, reviewRef)).filter(({ state }) => state === 'waiting')
    const isOutdated = (message: Message) => {
      const time = timeToldBy(message)
      return time !== null && (message.kind === 'cancellation' || !isSameTime(time, meeting))
    }
    if (!waiting.some(isOutdated)) return []
    return outbox.withdraw(authority.code, { reviewRef, kinds: meetingKinds }, by)
  }

  /** Puts in what must be said to each of these; those who know, and those who can't be reached, are passed over. */
  async function tell(
    input: AboutReview,
    scene: Scene,
    invitees: readonly Invitee[],
    messages: readonly Message[],
    sendFromOf: (invitee: Invitee) => MessageToSend['sendFrom'],
  ): Promise<void> {
    const made: MessageToSend[] = []
    for (const invitee of invitees) {
      const kind = invitee.toSay
      if (kind === null) continue
      const { told } = invitee.standing
      const message = await messageTo(input, scene, messages, invitee.contact, {
        kind,
        before: told,
        sendFrom: kind === 'invitation' ? sendFromOf(invitee) : null,
      })
      if (message) made.push(message)
    }
    if (made.length > 0) await outbox.put(input.authority, made, input.by)
  }

  /** Has those who were about to hear of another time hear of the present one, and of those who know another, these. */
  async function renew(input: AboutReview, scene: Scene, isToldToo: (invitee: Invitee) => boolean): Promise<void> {
    const withdrawn = await withdrawOutdated(input, scene)
    const messages = await outbox.ofReview(input.authority.code, input.reviewRef)
    const wasWaiting = ({ contact }: Invitee) => withdrawn.find(({ contactRef }) => contactRef === contact.contactRef)
    const invitees = inviteesIn(scene, messages).filter(
      (invitee) => wasWaiting(invitee) ?? (invitee.standing.told !== null && isToldToo(invitee)),
    )
    await tell(input, scene, invitees, messages, (invitee) => (wasWaiting(invitee)?.sendFrom ? dueFrom(scene) : null))
  }

  /** Keeps the reason with the meeting, where the child can read it. */
  const keepReason = ({ authority, reviewRef, by, reason, seen }: ToInvite, { meeting }: Scene) =>
    changeByHand<InvitingProblem>(
      registers,
      { authority, by, what: 'said why someone is invited whom a child does not want', registers: [meetings] },
      (rows) => {
        const row = rows(meetings).find((one) => one.reviewRef === reviewRef && one.number === meeting.number)
        if (row?.status !== 'BOOKED' || meetingVersion({ ...meeting, ...row }) !== seen) {
          return { problems: [{ code: 'changed_meanwhile' }] }
        }
        const soFar = row.whyNotAsChosen ?? ''
        const why = soFar.includes(reason) ? soFar : `${soFar} ${reason}`.trim()
        return { rows: [keeping(meetings, { ...row, whyNotAsChosen: why })] }
      },
    )

  return {
    invite: async (input) => {
      const scene = await sceneOf(input)
      if (!scene) return [{ code: 'nothing_booked' }]
      const { meeting } = scene
      if (meetingVersion(meeting) !== input.seen) return [{ code: 'changed_meanwhile' }]
      const messages = await outbox.ofReview(input.authority.code, input.reviewRef)
      const invitees = inviteesIn(scene, messages)
      const chosen = invitees.filter(({ contact }) => input.contactRefs.includes(contact.contactRef))
      const problems = invitingProblems(meeting, chosen, input, today())
      if (problems.length > 0) return problems
      if (chosen.some(({ isUnwanted, toSay }) => isUnwanted && toSay !== null)) {
        const hindrances = await keepReason(input, scene)
        if (hindrances.length > 0) return hindrances
      }
      await renew(input, scene, () => false)
      const now = await outbox.ofReview(input.authority.code, input.reviewRef)
      const still = inviteesIn(scene, now).filter(({ contact }) => input.contactRefs.includes(contact.contactRef))
      await tell(input, scene, still, now, () => (input.when === 'now' ? null : dueFrom(scene)))
      return []
    },

    moved: async (input) => {
      const scene = await sceneOf(input)
      if (scene && !scene.meeting.isCancelled) await renew(input, scene, () => true)
    },

    cancelled: async (input) => {
      const scene = await sceneOf(input)
      if (!scene?.meeting.isCancelled) return
      const { authority, reviewRef, by } = input
      await outbox.withdraw(authority.code, { reviewRef, kinds: ['invitation', 'new_date'] }, by)
      const messages = await outbox.ofReview(authority.code, reviewRef)
      const made: MessageToSend[] = []
      // Also to those who are no longer asked: they were told, and would come in vain.
      for (const contact of contactsOf(recordsOf(scene.world, contacts), scene.meeting.child)) {
        const { told, waiting } = standingOf(messages, contact.contactRef)
        if (told === null || waiting?.kind === 'cancellation') continue
        const how = { kind: 'cancellation', before: told, sendFrom: null } as const
        const message = await messageTo(input, scene, messages, contact, how)
        if (message) made.push(message)
      }
      if (made.length > 0) await outbox.put(authority, made, by)
    },
  }
}
