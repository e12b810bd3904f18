import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import { withWatched } from '../../children/domain/watchedHistory.ts'
import type { World } from '../../children/domain/world.ts'
import { childrenPermissions } from '../../children/permissions.ts'
import { registersReaderOf } from '../../children/services.ts'
import { accessServices } from '../../access/services.ts'
import { whatIsSeen } from '../../access/web/seen.ts'
import type { Server } from '../../house/server.ts'
import { childNamesIn, nameWithId } from '../../participation/domain/childNames.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import type { Banner } from '../../platform/web/views.ts'
import { maySee } from '../../world/visibility.ts'
import { childBanner } from './banner.view.ts'

/**
 * What stands on every page of an authority: the search, the names of the children whom the user may see with the
 * permission of the page, and the banner of the child whom the page is about. A banner is shown only where the page has
 * said, for the log, that it shows the child: nobody is shown whom the log does not have.
 */
export const frameRoutes = (server: Server<World>): Routes => {
  const { house } = server
  const { visibleChildrenFor } = whatIsSeen(house)
  return (app) => {
    app.addHook('preHandler', async (request, reply) => {
      if (!isPage(request)) return
      const { code } = request.authority
      const search = request.may(childrenPermissions.read)
        ? { action: authorityPath(code, 'search'), label: SEARCH, csrfToken: reply.generateCsrf() }
        : null
      reply.locals = { ...reply.locals, search }
      if (request.permission?.isAboutChildren !== true) return
      const [registers, visible, child] = await Promise.all([
        registersReaderOf(house)(code, null),
        visibleChildrenFor(request),
        childOf(server, request),
      ])
      const names = childNamesIn(registers)
      const banner = child !== null && maySee(visible, child) ? await bannerFor(server, request, child) : null
      reply.locals = {
        ...reply.locals,
        named: (id) => (maySee(visible, id) ? nameWithId(names, id) : id),
        banner: () => (child !== null && isLogged(request, child) ? banner : null),
      }
    })
  }
}

const SEARCH = 'Search by name, id or reference'

/** Files have no frame. */
const isPage = ({ routeOptions, permission }: FastifyRequest): boolean =>
  permission !== null && !/\.(?:csv|xlsx|ics)$|\/download\//.test(routeOptions.url ?? '')

const withChild = z.object({ child: z.string() })

/** Whom the address of the page names, or what a room says that its page is about. */
async function childOf({ rooms }: Server<World>, request: FastifyRequest): Promise<string | null> {
  const named = withChild.safeParse(request.params)
  if (named.success) return named.data.child
  for (const { childIn } of rooms()) {
    const child = await childIn?.(request)
    if (typeof child === 'string') return child
  }
  return null
}

const isLogged = ({ loggedActions }: FastifyRequest, child: string): boolean =>
  (loggedActions ?? []).some(({ children }) => [...children].includes(child))

/** The banner as at today, whatever day the page is about. */
async function bannerFor(server: Server<World>, request: FastifyRequest, child: string): Promise<Banner | null> {
  const { house, rooms, today } = server
  const { code } = request.authority
  const [ofReturns, people] = await Promise.all([
    whatIsSeen(house).worldsFor(request).ofChild(code, child, today(), null),
    accessServices(house).people.all(code),
  ])
  const world = withWatched(ofReturns, child)
  const looking = { world, code, may: request.may.bind(request), request }
  return childBanner(world, {
    child,
    href: authorityPath(code, 'children', child),
    workerName: (workerId) => people.find((person) => person.workerId === workerId)?.name ?? null,
    flags: rooms().flatMap(({ flags }) => flags?.(looking, child) ?? []),
  })
}
