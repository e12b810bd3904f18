import { childrenPermissions } from '../../children/permissions.ts'
import { accessPermissions } from '../permissions.ts'
import { settingsSection } from '../sections.ts'
import { childrenSection } from '../../children/sections.ts'
import type { FastifyReply } from 'fastify'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { AccessLog, PeopleStore } from '../app/ports.ts'
import type { VisibleChildrenOf } from '../app/visibleChildren.ts'
import type { Actor } from '../domain/actor.ts'
import { entriesSeenBy } from '../domain/log.ts'
import { maySee } from '../../world/visibility.ts'
import { actorOf } from './actor.ts'
import { showed } from './logging.ts'
import { LOG_PAGE_SIZE, childLogPage, logFilters, logPage } from './log.view.ts'

/** What the pages of the log need. */
export interface LogDeps {
  log: Pick<AccessLog, 'latest' | 'ofChild'>
  people: Pick<PeopleStore, 'all'>
  visibleChildrenOf: VisibleChildrenOf
  /** Whether the records have this child. */
  isKnownChild: (authority: string, child: string) => Promise<boolean>
}

const DAYS_OF_LISTS = 30
const MOST_OF_A_CHILD = 2000

/** The log of an authority, and who has looked at one child. */
export const logRoutes =
  ({ log, people, visibleChildrenOf, isKnownChild }: LogDeps): Routes =>
  (app) => {
    const config = { permission: accessPermissions.readLog } as const
    /** Anyone who opened a sealed record knows of it: they are told why this page is not theirs. */
    const isOpenTo = async (actor: Actor, child: string): Promise<boolean> =>
      maySee(await visibleChildrenOf(actor, childrenPermissions.read), child)

    app.get('/log', { config: { ...config, section: settingsSection } }, async (request, reply) => {
      const { code } = request.authority
      const filters = logFilters.parse(request.query)
      const query = {
        before: filters.before,
        most: LOG_PAGE_SIZE,
        ...(filters.person !== '' && { personId: filters.person }),
      }
      const entries = await log.latest(code, query)
      const seen = entriesSeenBy(await visibleChildrenOf(actorOf(request), accessPermissions.readLog), entries)
      const named = seen.flatMap(({ children }) => (children.length === 1 ? children : []))
      showed(request, 'looked at the log', named)
      const isLast = entries.length < LOG_PAGE_SIZE
      return reply.view('access/web/log.njk', logPage(seen, filters, await people.all(code), code, isLast))
    })

    app.get<{ Params: { child: string } }>(
      '/children/:child/log',
      { config: { ...config, section: childrenSection } },
      async (request, reply) => {
        const { code } = request.authority
        const { child } = request.params
        const visible = await visibleChildrenOf(actorOf(request), accessPermissions.readLog)
        if (!maySee(visible, child) && (await isOpenTo(actorOf(request), child)))
          return forNamedOnly(child, code, reply)
        if (!maySee(visible, child) || !(await isKnownChild(code, child))) throw new PageNotFound()
        const entries = await log.ofChild(code, child, { most: MOST_OF_A_CHILD, daysOfLists: DAYS_OF_LISTS })
        showed(request, 'looked at who has looked', [child])
        return reply.view(
          'access/web/log.njk',
          childLogPage(child, entries, await people.all(code), code, {
            before: logFilters.parse(request.query).before,
            daysOfLists: DAYS_OF_LISTS,
          }),
        )
      },
    )
  }

const forNamedOnly = (child: string, code: string, reply: FastifyReply): FastifyReply =>
  reply.code(403).view('platform/web/message.njk', {
    title: 'Only people named for this record see who has looked',
    paragraphs: ['The record is sealed. It is open to you for some hours, and who has looked at it is not.'],
    back: { href: authorityPath(code, 'children', child), text: `Child ${child}` },
  })
