import type { AccessLog } from '../../access/app/ports.ts'
import { PRIVATE_LINK_ID } from '../../access/domain/actor.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import { type PlainDate, isAfter } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { type Authority, authorityNamed } from '../../platform/authorities.ts'
import type { InOneTransaction, Unit } from '../../platform/unitOfWork.ts'
import { type Rows, holdRows } from '../../registers/app/changeByHand.ts'
import type { RegisterStore, RowToKeep } from '../../registers/app/ports.ts'
import type { Register } from '../../registers/register.ts'
import { councilName, serviceSetting } from '../../messages/settings.ts'
import type { MessageKind } from '../../house/messageKind.ts'
import type { MessageToSend } from '../../messages/domain/message.ts'
import { replyWords } from '../domain/replyWording.ts'
import type { LinkTarget, PrivateLink, PrivateLinks } from './privateLinks.ts'

/** What people who do not sign in are asked by a link, as its room describes it: one kind of answer. */
export interface ReplyKind<Shown, Entry> {
  /** The purpose of its links. */
  purpose: string
  /** In words that follow who did it: `answered a challenge by link`. */
  what: string
  /** The same of having opened it: `read a challenge by link`. */
  read: string
  /** The registers that an answer reads or writes. */
  registers: readonly Register[]
  /** What is asked, by what is known on the day; null where there is nothing to answer any more. */
  shown: (world: World, link: PrivateLink) => Shown | null
  /** Whom what is shown is about: for the log. */
  children: (shown: Shown, link: PrivateLink) => readonly string[]
  /** The rows of an answer, while nobody else can change them; null where there is nothing to answer any more. */
  rows: (rows: Rows, link: PrivateLink, entry: Entry, today: PlainDate) => readonly RowToKeep[] | null
}

/** A link before what it asks is shown: nothing of a child. */
export interface ClosedReply {
  authority: Authority
  link: PrivateLink
}

/** By what someone who holds a link about a child shows that it was meant for them. */
export interface Birthday {
  day: number
  month: number
}

/**
 * Answers by a private link. The link alone, forwarded or old, shows nothing of a child: one that is about a child opens
 * with the day and month of the birthday. It is of one purpose, ends on its day, with the answer, and when it is guessed at.
 */
export interface Replies<Shown, Entry> {
  /** Makes a link as part of the unit and gives its token; the one before it opens nothing from then on. */
  give: (
    unit: Unit,
    target: Omit<LinkTarget, 'purpose'> & Pick<PrivateLink, 'detail'>,
    endsOn: PlainDate,
  ) => Promise<string>
  /** Null where the token opens nothing, or its last day is over. */
  find: (token: string) => Promise<ClosedReply | null>
  /** Whether it asks for a birthday before anything is shown. */
  asksBirthday: (closed: ClosedReply) => boolean
  /** What is asked, noted in the log; `wrong` where the birthday is another or not known, null where there is nothing to answer. */
  open: (closed: ClosedReply, birthday: Birthday | null) => Promise<Shown | 'wrong' | null>
  /** Keeps the answer and ends the link, together or not at all; what is wrong otherwise. */
  answer: (closed: ClosedReply, birthday: Birthday | null, entry: Entry) => Promise<readonly NotKept[] | 'wrong' | null>
  /** Notes that another birthday was typed: a link for which that happens ten times opens nothing any more. */
  miss: (token: string) => Promise<void>
}

export interface RepliesDeps {
  links: PrivateLinks
  worlds: Worlds
  inOneTransaction: InOneTransaction
  store: Pick<RegisterStore, 'rowsForChange'>
  log: Pick<AccessLog, 'note' | 'append'>
  today: () => PlainDate
}

/** Whether a link about this child can be given: without a known birthday, nothing would open it. */
export const canAskByLink = (world: World, child: string): boolean => bornOf(world, child) !== null

/** An email with a link by which someone is to answer; its key is of the link, so that each goes once. */
export function replyMessage(
  kind: MessageKind,
  { settings }: World,
  authority: { code: string; name: string },
  to: { name: string | null; email: string },
  about: { child: string; reviewRef: string | null; contactRef: string; asks: string; link: string },
): MessageToSend {
  const { child, reviewRef, contactRef, asks, link } = about
  return {
    key: `${kind.id} ${contactRef} ${link.slice(-8)}`,
    kind,
    child,
    reviewRef,
    contactRef,
    role: 'OTHER',
    name: to.name ?? to.email,
    channel: 'EMAIL',
    address: to.email,
    ...replyWords({ name: to.name ?? '', asks, asksBirthday: true, link, service: serviceSetting.of(settings), council: councilName(settings, authority) }), // prettier-ignore
    tells: null,
    event: null,
    sendFrom: null,
  }
}

const bornOf = (world: World, child: string): PlainDate | null => historyOf(world, child)?.record.bornOn ?? null

export function makeReplies<Shown, Entry>(
  { links, worlds, inOneTransaction, store, log, today }: RepliesDeps,
  kind: ReplyKind<Shown, Entry>,
): Replies<Shown, Entry> {
  const asksBirthday = ({ link }: ClosedReply) => link.child !== null

  /** The world of what a link is about; null where the birthday does not open it. */
  async function worldFor({ authority, link }: ClosedReply, birthday: Birthday | null): Promise<World | null> {
    if (link.child === null) return worlds.onDay(authority.code, today(), null)
    const world = await worlds.ofChild(authority.code, link.child, today(), null)
    const born = bornOf(world, link.child)
    return born && born.day === birthday?.day && born.month === birthday.month ? world : null
  }

  return {
    give: async (unit, target, endsOn) => {
      const link = { ...target, purpose: kind.purpose }
      await links.end(unit, link)
      return links.make(unit, { ...link, endsOn })
    },

    find: async (token) => {
      const link = await links.find(kind.purpose, token)
      if (!link || (link.endsOn && isAfter(today(), link.endsOn))) return null
      return { authority: authorityNamed(link.authority), link }
    },

    asksBirthday,

    miss: (token) => links.miss(token),

    open: async (closed, birthday) => {
      const { authority, link } = closed
      const world = await worldFor(closed, birthday)
      if (world === null) return 'wrong'
      const shown = kind.shown(world, link)
      if (shown === null) return null
      const children = kind.children(shown, link)
      await log.append(authority.code, { personId: PRIVATE_LINK_ID, action: 'read', what: kind.read, children })
      return shown
    },

    answer: async (closed, birthday, entry) => {
      const { authority, link } = closed
      const world = await worldFor(closed, birthday)
      if (world === null) return 'wrong'
      const shown = kind.shown(world, link)
      if (shown === null) return null
      const { what } = kind
      const outcome = await inOneTransaction<{ isThere: boolean; problems: readonly NotKept[] }>(
        authority,
        async (unit) => {
          const held = await holdRows(store, unit, kind.registers)
          const rows = kind.rows(held.rows, link, entry, today())
          if (rows === null) return { isThere: false, problems: [] }
          const problems = held.whyNot(rows)
          if (problems.length > 0) return { isThere: true, problems }
          await held.keep(rows, { what, by: PRIVATE_LINK_ID })
          await links.end(unit, link)
          log.note(unit, { personId: PRIVATE_LINK_ID, action: 'change', what, children: kind.children(shown, link) })
          return { isThere: true, problems: [] }
        },
      )
      return outcome.isThere ? outcome.problems : null
    },
  }
}
