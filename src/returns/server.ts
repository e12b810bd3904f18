import type { FastifyRequest } from 'fastify'
import { actorOf } from '../access/web/actor.ts'
import { changed, showed } from '../access/web/logging.ts'
import { teamsSeen, whatIsSeen } from '../access/web/seen.ts'
import { reportingYear } from '../calendar/reportingYear.ts'
import type { World } from '../children/domain/world.ts'
import { roomsPort } from '../children/services.ts'
import { registersOf } from '../house/joined.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { registerStoreOf } from '../house/services.ts'
import { registersRoutes } from '../registers/web/routes.ts'
import { signsPermissions } from '../signs/permissions.ts'
import { newSignsPath } from '../signs/web/paths.ts'
import { maySee } from '../world/visibility.ts'
import { returnsPermissions } from './permissions.ts'
import { dataSection } from './sections.ts'
import { returnsServices, startWorkPort } from './services.ts'
import { returnTasks } from './ssda903/web/tasks.ts'
import { dataRoutes } from './ssda903/web/routes.ts'
import { undoRoutes } from './ssda903/web/undoRoutes.ts'
import { type ValidationDeps, validationRoutes } from './ssda903/validate/web/routes.ts'

/** What this room gives a server. */
export function returnsOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const services = returnsServices(house)
  const { returns, importRuns, registersRuns, findings } = services
  const { visibilityFor, visibleChildrenFor, rowsToTakeAway } = whatIsSeen(house)
  const startWork = startWorkPort.of(house)
  const personOf = (request: Parameters<typeof actorOf>[0]) => actorOf(request).personId
  const validationFor: ValidationDeps['validationFor'] = async (request, year) => {
    const visible = await visibleChildrenFor(request)
    const validation = await services.validateStored(request.authority.code, year)
    const isSeen = ({ child }: { child: string }) => maySee(visible, child)
    return {
      ...validation,
      failures: validation.failures.filter(isSeen),
      mended: validation.mended.filter(isSeen),
    }
  }
  const findingsFor = async (request: FastifyRequest) => {
    const visible = await visibleChildrenFor(request)
    const all = await findings.ofAuthority(request.authority.code, today())
    return all.filter(({ child }) => maySee(visible, child))
  }
  return {
    tasks: async ({ request, code, may }) => {
      if (!may(returnsPermissions.lookAfter)) return []
      const years = (await returns.coverage(code)).map(({ year }) => year)
      if (years.length === 0) return []
      const latest = reportingYear(Math.max(...years))
      const [{ failures }, odd] = await Promise.all([validationFor(request, latest), findingsFor(request)])
      return returnTasks({ year: latest.name, failures: failures.length, findings: odd.length }, code)
    },
    routes: [
      dataRoutes({
        returns,
        runs: importRuns,
        findingsFor,
        startWork: (job) => {
          startWork({ kind: 'return', ...job })
        },
        personOf,
        visibilityFor,
        today,
      }),
      undoRoutes({ returns, personOf, visibilityFor }),
      registersRoutes({
        registers: registersOf(roomsPort.of(house)),
        permissions: {
          read: returnsPermissions.readImports,
          import: returnsPermissions.makeImports,
          export: returnsPermissions.exportRegisters,
        },
        section: dataSection,
        store: registerStoreOf(house),
        runs: registersRuns,
        startWork: (job) => {
          startWork({ kind: 'registers', ...job })
        },
        personOf,
        visibilityFor,
        showed,
        changed,
        rowsToTakeAway,
        onwards: (request) =>
          request.may(signsPermissions.read)
            ? [{ text: 'See the signs that are new since this import', href: newSignsPath(request.authority.code) }]
            : [],
      }),
      validationRoutes({ validationFor, teamsFor: teamsSeen(house, today), coverage: returns.coverage }),
    ],
  }
}
