import type { AskingFrom, Seeing } from '../../access/app/asking.ts'
import { seenChild } from '../../access/app/asking.ts'
import { type Changing, changeRecords } from '../../access/app/changeRecords.ts'
import type { AccessLog } from '../../access/app/ports.ts'
import { PRIVATE_LINK_ID } from '../../access/domain/actor.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import type { DocumentStore, Issue } from '../../documents/app/ports.ts'
import { pictureIn } from '../../documents/pictureKind.ts'
import type { OwnPicture } from '../../documents/pictures.ts'
import { fingerprintOf } from '../../inviting/app/fingerprint.ts'
import type { PrivateLinks } from '../../inviting/app/privateLinks.ts'
import { type PlainDate, addDays, isAfter } from '../../kernel/dates.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import { messageToContact } from '../../messages/domain/message.ts'
import { councilName, quietHoursSetting, serviceSetting } from '../../messages/settings.ts'
import { currentContacts, reachOf } from '../../participation/domain/contacts.ts'
import { type Authority, authorityNamed } from '../../platform/authorities.ts'
import type { InOneTransaction } from '../../platform/unitOfWork.ts'
import { holdRows, keeping } from '../../registers/app/changeByHand.ts'
import type { RegisterStore } from '../../registers/app/ports.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { type ChildsLetter, lettersOfChild } from '../../recording/app/childsLetters.ts'
import { aboutMeKind, photoKind } from '../domain/aboutMe.ts'
import { isToBeTold } from '../domain/wishes.ts'
import { officerOfChild } from '../domain/officerOfChild.ts'
import { childPageWords } from '../domain/wording.ts'
import { consultingKinds } from '../messageKinds.ts'
import { consultingPermissions } from '../permissions.ts'
import { wishes } from '../registers/wishes.ts'
import { CHILD_PAGE } from './links.ts'

/** How long a link to a child's page opens it. Unit: calendar days. */
export const PAGE_DAYS = 180

/** A child's page before it is shown: nothing of the child. */
export interface ClosedPage {
  authority: Authority
  child: string
  token: string
}

/** What a child's page is made of. */
export interface OwnPage {
  world: World
  child: string
  authority: Authority
  /** What the child's IRO wrote about themselves; null where nothing. */
  aboutMe: Issue | null
  /** A picture of the IRO; null where there is none. */
  photo: OwnPicture | null
  /** What the child was written after reviews, the latest first. */
  letters: readonly ChildsLetter[]
}

/** A link that was made: its address, which is kept nowhere, and whether a message brings it. Null where there is no child. */
export type GiveChildPage = (
  input: AskingFrom & { child: string; bySending: boolean },
) => Promise<{ address: string; isSent: boolean } | null>

/** A child's own page. A link alone shows nothing of the child: it asks for the day and month of the birthday. */
export interface ChildPage {
  give: GiveChildPage
  find: (token: string) => Promise<ClosedPage | null>
  /**
   * The page, and the child is told from then on what was answered; null where the birthday is another or not known, which
   * is noted: a link for which that happens ten times opens nothing any more.
   */
  open: (closed: ClosedPage, birthday: { day: number; month: number }) => Promise<OwnPage | null>
}

export interface ChildPageDeps extends Changing, Seeing {
  links: PrivateLinks
  outbox: Pick<Outbox, 'put'>
  worlds: Worlds
  documents: Pick<DocumentStore, 'issues' | 'latestOfKind'>
  inOneTransaction: InOneTransaction
  store: Pick<RegisterStore, 'rowsForChange'>
  log: Pick<AccessLog, 'note' | 'append'>
}

export function makeChildPage(deps: ChildPageDeps): ChildPage {
  const { links, outbox, worlds, documents, inOneTransaction, store, log, today } = deps

  async function tell(authority: Authority, child: string, on: PlainDate): Promise<void> {
    await inOneTransaction(authority, async (unit) => {
      const held = await holdRows(store, unit, [reviews, wishes])
      const untold = held.rows(wishes).filter((wish) => wish.child === child && isToBeTold(wish))
      const rows = untold.map((wish) => keeping(wishes, { ...wish, toldOn: on }))
      const problems = held.whyNot(rows)
      if (problems.length > 0 || rows.length === 0) return { problems }
      await held.keep(rows, { what: 'read what was answered', by: PRIVATE_LINK_ID })
      log.note(unit, { personId: PRIVATE_LINK_ID, action: 'change', what: 'read what was answered', children: [child] })
      return { problems }
    })
  }

  return {
    give: async (input) => {
      const { child, authority, origin, by } = input
      const seen = await seenChild(deps, input, consultingPermissions.send, child)
      if (!seen) return null
      const contact = currentContacts(seen.world, child, today()).find(({ role }) => role === 'CHILD')
      const reach = contact && reachOf(contact)
      const contactRef = contact?.contactRef ?? 'child'
      const what = 'gave a child a link to their own page'
      const outcome = await changeRecords<never, { rows: [] }, { address: string; isSent: boolean }>(deps, input, {
        what,
        registers: [reviews],
        decide: () => ({ rows: [] }),
        tell: async (unit) => {
          const target = { purpose: CHILD_PAGE, child, reviewRef: null, contactRef }
          const token = await links.replace(unit, { ...target, detail: null, endsOn: addDays(today(), PAGE_DAYS) })
          const address = `${origin}/your-page/${token}`
          if (!input.bySending || !contact || !reach?.isKnown) return { address, isSent: false }
          const { settings } = seen.world
          const { role, name } = contact
          const words = childPageWords({ to: { role, name }, channel: reach.channel, link: address, service: serviceSetting.of(settings), council: councilName(settings, authority) }) // prettier-ignore
          const message = messageToContact(
            { ...contact, ...reach },
            { key: `child_page ${child} ${fingerprintOf(token)}`, kind: consultingKinds.child_page, child, reviewRef: null, ...words }, // prettier-ignore
          )
          await outbox.put(unit, [message], { by: by.personId, quietHours: quietHoursSetting.of(settings) })
          return { address, isSent: true }
        },
        logged: () => ({ what, children: [child] }),
      })
      return 'problems' in outcome ? null : outcome.result
    },

    find: async (token) => {
      const link = await links.find(CHILD_PAGE, token)
      if (link?.child == null || (link.endsOn && isAfter(today(), link.endsOn))) return null
      return { authority: authorityNamed(link.authority), child: link.child, token }
    },

    open: async ({ authority, child, token }, { day, month }) => {
      const world = await worlds.ofChild(authority.code, child, today(), null)
      const born = historyOf(world, child)?.record.bornOn ?? null
      const isRight = born?.day === day && born.month === month
      if (!(await links.tried(token, isRight)) || !isRight) return null
      const officer = officerOfChild(world, child)
      const latest = async (kind: string) =>
        officer ? ((await documents.issues(authority.code, { kind, ref: officer.officerId }))[0] ?? null) : null
      const [aboutMe, photo, letters] = await Promise.all([
        latest(aboutMeKind.name),
        latest(photoKind.name),
        lettersOfChild(documents, authority.code, world, child),
      ])
      await log.append(authority.code, { personId: PRIVATE_LINK_ID, action: 'read', what: 'read the child’s own page', children: [child] }) // prettier-ignore
      await tell(authority, child, today())
      return { world, child, authority, aboutMe, photo: photo && pictureIn(photo), letters }
    },
  }
}
