import type { FastifyRequest } from 'fastify'
import { ownOfficerIn, onOwn } from '../../access/web/ownList.ts'
import { showed } from '../../access/web/logging.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { fosteringPermissions } from '../../fostering/permissions.ts'
import type { Instant, PlainDate } from '../../kernel/dates.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import type { World } from '../../children/domain/world.ts'
import { signsWorld } from '../app/signsWorld.ts'
import { allSignsIn, identitiesOf } from '../domain/signs.ts'
import { signsPermissions } from '../permissions.ts'
import { signsSection } from '../sections.ts'
import { signFilters, signsPage } from './list.view.ts'

/** What the list of signs needs. */
export interface SignsDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  /** The moment just before the last import of an authority; null where there was none. */
  beforeLastImport: (authority: string) => Promise<Instant | null>
}

/** What was known before the last import, by the world beside which it is shown: worlds of the past are remembered nowhere. */
const knownBefore = new WeakMap<World, Promise<ReadonlySet<string>>>()

/** The signs that were known before the last import, worked out once for a world, by however many it is asked at a time. */
function signsBefore(world: World, before: () => Promise<World>): Promise<ReadonlySet<string>> {
  const known = knownBefore.get(world)
  if (known) return known
  const found = before().then((past) => identitiesOf(allSignsIn(past)))
  knownBefore.set(world, found)
  // What could not be read is asked for anew the next time.
  found.catch(() => knownBefore.delete(world))
  return found
}

/** The signs of all children whom the user may see, and the lists beside them. */
export const signsRoutes =
  ({ worldsFor, today, beforeLastImport }: SignsDeps): Routes =>
  (app) => {
    const config = { permission: signsPermissions.read, section: signsSection } as const
    app.get('/signs', { config }, async (request, reply) => {
      const { code } = request.authority
      const world = await signsWorld(worldsFor(request), code, today(), null)
      const ownOfficer = ownOfficerIn(request, world)
      const filters = onOwn(signFilters.parse(request.query), ownOfficer)
      const knownAt = filters.list === '' ? await beforeLastImport(code) : null
      const before = knownAt && (await signsBefore(world, () => signsWorld(worldsFor(request), code, today(), knownAt)))
      const mayAcknowledge = request.may(signsPermissions.acknowledge)
      const maySeeHouseholds = request.may(fosteringPermissions.read)
      const mayAcknowledgeHouseholds = request.may(signsPermissions.acknowledgeHouseholds)
      const viewer = { ownOfficer, mayAcknowledge, maySeeHouseholds, mayAcknowledgeHouseholds }
      const { children, view } = signsPage(world, before, filters, code, viewer)
      showed(request, 'looked at the list of signs', children)
      return reply.view('signs/web/list.njk', view)
    })
  }
