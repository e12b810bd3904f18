import type { AccessLog } from '../../access/app/ports.ts'
import { PRIVATE_LINK_ID } from '../../access/domain/actor.ts'
import type { World } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import type { InOneTransaction } from '../../platform/unitOfWork.ts'
import { type Rows, holdRows } from '../../registers/app/changeByHand.ts'
import type { RegisterStore, RowToKeep } from '../../registers/app/ports.ts'
import type { Register } from '../../registers/register.ts'
import { councilName, serviceSetting } from '../../messages/settings.ts'
import type { MessageKind } from '../../house/messageKind.ts'
import type { MessageToSend } from '../../messages/domain/message.ts'
import { replyWords } from '../domain/replyWording.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { PrivateLink } from './privateLinks.ts'
import {
  type Birthday,
  type ClosedLink,
  type ReadByLink,
  type ReadByLinkDeps,
  type ReadKind,
  isSealedSince,
  makeReadByLink,
  worldOpened,
} from './readByLink.ts'

/** What people who do not sign in are asked by a link, as its room describes it: one kind of answer. */
export interface ReplyKind<Shown, Entry> extends Omit<ReadKind<Shown>, 'isOfService'> {
  /** Of having answered, in words that follow who did it: `answered a challenge by link`. */
  what: string
  /** The registers that an answer reads or writes. */
  registers: readonly Register[]
  /** The rows of an answer, while nobody else can change them; null where there is nothing to answer any more. */
  rows: (rows: Rows, link: PrivateLink, entry: Entry, today: PlainDate) => readonly RowToKeep[] | null
}

/** Answers by a private link, which is read as in `ReadByLink`, and ends with the answer. A new one ends the one before. */
export interface Replies<Shown, Entry> extends ReadByLink<Shown> {
  /** Keeps the answer and ends the link, together or not at all; what is wrong otherwise. */
  answer: (closed: ClosedLink, birthday: Birthday | null, entry: Entry) => Promise<readonly NotKept[] | 'wrong' | null>
}

export interface RepliesDeps extends ReadByLinkDeps {
  inOneTransaction: InOneTransaction
  store: Pick<RegisterStore, 'rowsForChange'>
  log: Pick<AccessLog, 'note' | 'append'>
}

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
    key: `${kind.id} ${contactRef} ${fingerprintOf(link)}`,
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

export function makeReplies<Shown, Entry>(deps: RepliesDeps, kind: ReplyKind<Shown, Entry>): Replies<Shown, Entry> {
  const { links, inOneTransaction, store, log, seals, today } = deps
  // A manager or social worker answers.
  const reading = makeReadByLink(deps, { ...kind, isOfService: () => true })
  return {
    ...reading,

    give: (unit, target, endsOn) => links.replace(unit, { ...target, purpose: kind.purpose, endsOn }),

    find: async (token) => {
      const closed = await reading.find(token)
      if (closed === null) return null
      return (await isSealedSince(seals, closed)) ? null : closed
    },

    answer: async (closed, birthday, entry) => {
      const { authority, link } = closed
      const world = await worldOpened(deps, closed, birthday)
      if (world === null || world === 'wrong') return world
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
          // Somebody may have answered meanwhile, or been given a newer link: this answer must not replace theirs.
          if (!(await links.use(unit, closed.token))) return { isThere: false, problems: [] }
          await held.keep(rows, { what, by: PRIVATE_LINK_ID })
          log.note(unit, { personId: PRIVATE_LINK_ID, action: 'change', what, children: kind.children(shown, link) })
          return { isThere: true, problems: [] }
        },
      )
      return outcome.isThere ? outcome.problems : null
    },
  }
}
