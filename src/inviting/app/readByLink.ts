import type { AccessLog, SealStore } from '../../access/app/ports.ts'
import { PRIVATE_LINK_ID } from '../../access/domain/actor.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import { type PlainDate, isAfter } from '../../kernel/dates.ts'
import { type Authority, authorityNamed } from '../../platform/authorities.ts'
import type { Unit } from '../../platform/unitOfWork.ts'
import type { LinkTarget, PrivateLink, PrivateLinks } from './privateLinks.ts'

/** What people who do not sign in read by a link, as its room describes it. */
export interface ReadKind<Shown> {
  /** The purpose of its links. */
  purpose: string
  /** Of having opened it, in words that follow who did it: `read a challenge by link`. */
  read: string
  /** What is shown, by what is known on the day; null where there is nothing to read any more. */
  shown: (world: World, link: PrivateLink) => Shown | null
  /** Whom what is shown is about: for the log. */
  children: (shown: Shown, link: PrivateLink) => readonly string[]
  /** Whether someone of the service reads by this link, whom a seal may keep from the record: see `isSealedSince`. */
  isOfService: (world: World, link: PrivateLink) => boolean
}

/** A link before what it opens is shown: nothing of a child. */
export interface ClosedLink {
  authority: Authority
  link: PrivateLink
  token: string
}

/** By what someone who holds a link about a child shows that it was meant for them. */
export interface Birthday {
  day: number
  month: number
}

/** Makes a link as part of the unit and gives its token. */
export type GiveLink = (
  unit: Unit,
  target: Omit<LinkTarget, 'purpose'> & Pick<PrivateLink, 'detail'>,
  endsOn: PlainDate,
) => Promise<string>

/**
 * Reading by a private link. The link alone, forwarded or old, shows nothing of a child: one that is about a child opens
 * with the day and month of the birthday. It is of one purpose, and ends on its day and when it is guessed at; reading
 * does not end it.
 */
export interface ReadByLink<Shown> {
  /** The links before it go on: each opens what it was given for. */
  give: GiveLink
  /** Null where the token opens nothing, or its last day is over. */
  find: (token: string) => Promise<ClosedLink | null>
  /** Whether it asks for a birthday before anything is shown. */
  asksBirthday: (closed: ClosedLink) => boolean
  /**
   * What is shown, noted in the log; `wrong` where the birthday is another or not known, which is noted, null where there is
   * nothing to read. A link that is tried wrongly ten times opens nothing any more.
   */
  open: (closed: ClosedLink, birthday: Birthday | null) => Promise<Shown | 'wrong' | null>
}

export interface ReadByLinkDeps {
  links: PrivateLinks
  worlds: Worlds
  log: Pick<AccessLog, 'append'>
  seals: Pick<SealStore, 'current'>
  today: () => PlainDate
}

/** Whether a link about this child can be given: without a known birthday, nothing would open it. */
export const canAskByLink = (world: World, child: string): boolean => bornOf(world, child) !== null

const bornOf = (world: World, child: string): PlainDate | null => historyOf(world, child)?.record.bornOn ?? null

/**
 * Whether the record has been sealed since the link was given: to someone of the service it opens nothing any more. People
 * named in the seal can give another.
 */
export async function isSealedSince(
  seals: Pick<SealStore, 'current'>,
  { authority, link }: Pick<ClosedLink, 'authority' | 'link'>,
): Promise<boolean> {
  const sealed = (await seals.current(authority.code)).seals.find(({ child }) => child === link.child)
  return sealed !== undefined && sealed.knownFrom.epochNanoseconds > link.createdAt.epochNanoseconds
}

/** The world of what a link is about; `wrong` where the birthday does not open it, null where the link has ended meanwhile. */
export async function worldOpened(
  { links, worlds, today }: Pick<ReadByLinkDeps, 'links' | 'worlds' | 'today'>,
  { authority, link, token }: ClosedLink,
  birthday: Birthday | null,
): Promise<World | 'wrong' | null> {
  if (link.child === null) return worlds.onDay(authority.code, today(), null)
  const world = await worlds.ofChild(authority.code, link.child, today(), null)
  const born = bornOf(world, link.child)
  const isRight = born !== null && born.day === birthday?.day && born.month === birthday.month
  if (!(await links.tried(token, isRight))) return null
  return isRight ? world : 'wrong'
}

export function makeReadByLink<Shown>(deps: ReadByLinkDeps, kind: ReadKind<Shown>): ReadByLink<Shown> {
  const { links, log, seals, today } = deps
  return {
    give: (unit, target, endsOn) => links.make(unit, { ...target, purpose: kind.purpose, endsOn }),

    find: async (token) => {
      const link = await links.find(kind.purpose, token)
      if (!link || (link.endsOn && isAfter(today(), link.endsOn))) return null
      return { authority: authorityNamed(link.authority), link, token }
    },

    asksBirthday: ({ link }) => link.child !== null,

    open: async (closed, birthday) => {
      const { authority, link } = closed
      const world = await worldOpened(deps, closed, birthday)
      if (world === null || world === 'wrong') return world
      const shown = kind.shown(world, link)
      if (shown === null || (kind.isOfService(world, link) && (await isSealedSince(seals, closed)))) return null
      const children = kind.children(shown, link)
      await log.append(authority.code, { personId: PRIVATE_LINK_ID, action: 'read', what: kind.read, children })
      return shown
    },
  }
}
