import type { AskingFrom } from '../../access/app/asking.ts'
import type { World } from '../../children/domain/world.ts'
import { dueDateIfKnown } from '../../clocks/deadlines.ts'
import type { MessageKind } from '../../house/messageKind.ts'
import { fingerprintOf } from '../../inviting/app/fingerprint.ts'
import type { GiveLink } from '../../inviting/app/readByLink.ts'
import { type PlainDate, addDays } from '../../kernel/dates.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import { type MessageToSend, messageToContact } from '../../messages/domain/message.ts'
import { councilName, quietHoursSetting, serviceSetting } from '../../messages/settings.ts'
import { currentContacts, reachOf } from '../../participation/domain/contacts.ts'
import type { ContactFact } from '../../participation/registers/contacts.ts'
import type { Unit } from '../../platform/unitOfWork.ts'
import { recordClocks } from '../domain/clocks.ts'
import { type MessageWords, answerWords, copyWords, issuedWords } from '../domain/wording.ts'
import { recordingMessageKinds as kinds } from '../messageKinds.ts'
import type { Distribution } from '../registers/distributions.ts'
import { COPY_DAYS, TEAM_MANAGER } from './links.ts'

/** What telling people after a review works with. */
export interface TellingDeps {
  /** A link by which the manager answers the decisions. */
  giveAnswerLink: GiveLink
  /** A link that opens a copy. */
  giveCopyLink: GiveLink
  outbox: Pick<Outbox, 'put'>
  today: () => PlainDate
}

/** Of whose review people are told, by whom, in the world as that person sees it. */
export interface ToldOf extends AskingFrom {
  child: string
  reviewRef: string
  world: World
}

/** Who answers the decisions for the team. */
export interface TeamManager {
  name: string
  email: string
}

/** Someone known here who manages the team that a child is with. */
export interface KnownManager extends TeamManager {
  id: string
}

const FALLBACK_DAYS = 7

/** Tells people after a review, as part of a unit of work: with what they are told of, or not at all. */
export function makeTelling({ giveAnswerLink, giveCopyLink, outbox, today }: TellingDeps) {
  const signed = ({ world, authority }: ToldOf) => ({
    service: serviceSetting.of(world.settings),
    council: councilName(world.settings, authority),
  })

  const message = (
    { child, reviewRef }: ToldOf,
    kind: MessageKind,
    key: string,
    to: Parameters<typeof messageToContact>[0],
    words: MessageWords,
  ): MessageToSend => messageToContact(to, { key, kind, child, reviewRef, ...words })

  const put = (unit: Unit, { by, world }: ToldOf, messages: readonly MessageToSend[]): Promise<void> =>
    messages.length === 0
      ? Promise.resolve()
      : outbox.put(unit, messages, { by: by.personId, quietHours: quietHoursSetting.of(world.settings) })

  return {
    /** That decisions are issued: the team manager by a link to answer them, the social worker where they stand. */
    issued: async (unit: Unit, of: ToldOf, manager: TeamManager | null, page: string): Promise<void> => {
      const made: MessageToSend[] = []
      if (manager) {
        const target = { child: of.child, reviewRef: of.reviewRef, contactRef: TEAM_MANAGER, detail: null }
        const by = dueDateIfKnown(today(), recordClocks.response.limit, of.world.holidays) ?? addDays(today(), FALLBACK_DAYS) // prettier-ignore
        const token = await giveAnswerLink(unit, target, by)
        const words = { name: manager.name, channel: 'EMAIL', link: `${of.origin}/decisions/${token}`, ...signed(of) } as const // prettier-ignore
        const to = { contactRef: TEAM_MANAGER, role: 'OTHER', name: manager.name, channel: 'EMAIL', address: manager.email } as const // prettier-ignore
        made.push(message(of, kinds.decisions_answer, `decisions_answer ${of.reviewRef} ${fingerprintOf(token)}`, to, answerWords(words, by))) // prettier-ignore
      }
      for (const contact of currentContacts(of.world, of.child, today())) {
        const reach = reachOf(contact)
        if (contact.role !== 'SOCIAL_WORKER' || !reach.isKnown || reach.channel === 'LETTER') continue
        const { contactRef, name } = contact
        const words = issuedWords({ name, channel: reach.channel, link: page, ...signed(of) }, of.child)
        const key = `decisions_issued ${of.reviewRef} ${contactRef}`
        made.push(message(of, kinds.decisions_issued, key, { ...contact, ...reach }, words))
      }
      await put(unit, of, made)
    },

    /** That a copy is there to read, by a link of each one’s own. Those without an email address or telephone hear nothing. */
    copies: async (
      unit: Unit,
      of: ToldOf,
      document: Distribution['document'],
      to: readonly ContactFact[],
    ): Promise<void> => {
      const made: MessageToSend[] = []
      for (const contact of to) {
        const reach = reachOf(contact)
        if (!reach.isKnown) continue
        const { contactRef, role, name } = contact
        const target = { child: of.child, reviewRef: of.reviewRef, contactRef, detail: document }
        const token = await giveCopyLink(unit, target, addDays(today(), COPY_DAYS))
        const words = copyWords({ name, role, channel: reach.channel, link: `${of.origin}/copies/${token}`, ...signed(of) }, document) // prettier-ignore
        // Each link goes, as one given again opens where the one before no longer does.
        const key = `review_copy ${of.reviewRef} ${document} ${contactRef} ${fingerprintOf(token)}`
        made.push(message(of, kinds.review_copy, key, { ...contact, ...reach }, words))
      }
      await put(unit, of, made)
    },
  }
}

/** How people are told after a review. */
export type Telling = ReturnType<typeof makeTelling>
