import { once } from 'node:events'
import { createServer } from 'node:net'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { calendarRoutes, feedRoutes } from '../inviting/web/ownCalendar.routes.ts'
import { choicesRoutes } from '../participation/web/choices.routes.ts'
import { contactsRoutes } from '../participation/web/contacts.routes.ts'
import { invitationsRoutes } from '../inviting/web/invitations.routes.ts'
import { linkRoutes } from '../inviting/web/link.routes.ts'
import { bookingRoutes } from '../booking/web/routes.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { inPlace } from '../kernel/inPlace.ts'
import { caseloadRoutes } from '../caseload/web/routes.ts'
import { registersOf } from './rooms.ts'
import { messagesRoutes } from '../messages/web/routes.ts'
import { overviewRoutes } from '../overview/web/routes.ts'
import { roles } from '../access/domain/roles.ts'
import { actorOf } from '../access/web/actor.ts'
import { makeFailures } from '../access/web/failures.ts'
import { keptRoutes } from '../access/web/kept.routes.ts'
import { logRoutes } from '../access/web/log.routes.ts'
import { nameOf } from '../access/web/names.ts'
import { peopleRoutes } from '../access/web/people.routes.ts'
import { sessionRoutes } from '../access/web/sessions.routes.ts'
import { sealedRoutes } from '../access/web/sealed.routes.ts'
import { settingsRoutes } from '../access/web/settings.routes.ts'
import type { WayInKind } from '../access/web/wayIn.ts'
import { changed, showed } from '../access/web/deeds.ts'
import type { Configuration } from '../platform/configuration.ts'
import { authoritiesHere } from '../platform/database/authorities.ts'
import { clearOldRunsOfAll } from '../platform/imports/oldRuns.ts'
import { removeLeftFolders } from '../platform/imports/threadFolders.ts'
import { Refusal } from '../platform/refusal.ts'
import { traceOf } from '../platform/web/errors.ts'
import { makeLog } from '../platform/web/logging.ts'
import { webServer } from '../platform/web/server.ts'
import { registersRoutes } from '../registers/web/routes.ts'
import { reportRoutes } from '../reporting/web/routes.ts'
import { dataRoutes } from '../returns/ssda903/web/routes.ts'
import { removeFilesLeft } from '../returns/ssda903/read/sentFiles.ts'
import { makeDoubtsOf } from '../returns/ssda903/validate/app/storedValidation.ts'
import { validationRoutes } from '../returns/ssda903/validate/web/routes.ts'
import { settingsPagesRoutes } from '../settings/web/settings.routes.ts'
import { bookingPages } from './booking.ts'
import { childPanelsFor } from './childPanels.ts'
import { ownWorkFor } from './ownWork.ts'
import { workRoutes } from '../work/web/work.routes.ts'
import { type Door, accessThrough, isSecure, monotonic, originThrough, whatIsSeen } from './door.ts'
import { makeImportQueue } from './importThread.ts'
import { type Services, now, today } from './services.ts'
import type { Work } from './work.ts'

/** What the web application is given besides the services. */
export interface WebSurroundings {
  log: FastifyBaseLogger
  today: () => PlainDate
  /** Has an import worked on, elsewhere than in this thread. */
  startWork: (work: Work) => void
  door: Door
}

/** The web application of these services: every room's pages under one roof. */
export async function webApplication(
  services: Services,
  { log, today, startWork, door }: WebSurroundings,
): Promise<FastifyInstance> {
  const onPages = await Promise.all(services.rooms.map(async (room) => (await room.onPages?.()) ?? {}))
  const {
    database,
    returns,
    findings,
    importRuns,
    words,
    people,
    savePerson,
    sealed,
    sealOversight,
    log: accessLog,
  } = services
  const { coverage } = returns
  const seen = whatIsSeen(services, today)
  const { worldsFor, findingsFor, annualReportFor, validationFor, teamsFor, rowsToTakeAway, visibilityFor } = seen
  const { sightOf, isKnownChild, outbox, calendarFeeds, settingsOf } = services
  const { saveContact, writeChoices, inviting, invitedMeetingOf, readFeed } = services.invitingOn(today)
  const originOf = originThrough(door)
  const reviews = bookingPages(services, seen, door, today, inviting)
  return webServer({
    log,
    ...accessThrough(door, services),
    authorities: async (request) =>
      (await authoritiesHere(database)).filter(({ code }) => ['', code].includes(actorOf(request).authority)),
    routes: [
      workRoutes({ workFor: ownWorkFor(onPages, services, seen, today), today }),
      overviewRoutes({
        worldsFor,
        findingsOf: findings.ofChild,
        doubtsOf: makeDoubtsOf(services.validateStored, coverage),
        coverage,
        today,
        shownFigures: { figures: services.figures, charts: inPlace(onPages.flatMap(({ charts = [] }) => charts)) },
        childPanels: [childPanelsFor(onPages, seen, today)],
      }),
      caseloadRoutes({ worldsFor, caseload: services.caseloadOn(today), outbox: services.outbox, reviews, today }),
      bookingRoutes(reviews),
      reportRoutes({ annualReportFor, words, coverage, today }),
      dataRoutes({
        returns,
        runs: importRuns,
        findingsFor,
        startWork: (job) => {
          startWork({ kind: 'return', ...job })
        },
        personOf: (request) => actorOf(request).personId,
        visibilityFor,
        today,
      }),
      registersRoutes({
        registers: registersOf(services.rooms),
        store: services.registers,
        runs: services.registersRuns,
        startWork: (job) => {
          startWork({ kind: 'registers', ...job })
        },
        personOf: (request) => actorOf(request).personId,
        visibilityFor,
        showed,
        changed,
        rowsToTakeAway,
      }),
      validationRoutes({ validationFor, teamsFor, coverage }),
      messagesRoutes({
        store: services.messages,
        handling: services.handling,
        providers: services.providers,
        people,
        settings: services.settings.read,
        sightOf,
        worldsFor,
        today,
      }),
      settingsRoutes,
      settingsPagesRoutes({
        store: services.settings,
        changeSettings: services.changeSettings,
        roles,
        personOf: (request) => actorOf(request).personId,
        namesFor: async (request) => {
          const everyone = await people.all(request.authority.code)
          return (personId) => nameOf(personId, everyone)
        },
        today,
      }),
      peopleRoutes({ people, savePerson, settingsOf }),
      sealedRoutes({ sealed, sealOversight, people, settingsOf, failures: makeFailures(monotonic) }),
      logRoutes({ log: accessLog, people, sightOf, isKnownChild }),
      keptRoutes(services.keptForms),
      sessionRoutes({ sessions: services.ownSessions, limits: door.limits, isSecure: isSecure(door) }),
      contactsRoutes({ worldsFor, today, saveContact }),
      choicesRoutes({ worldsFor, today, writeChoices }),
      invitationsRoutes({ worldsFor, today, inviting, outbox, originOf }),
      calendarRoutes({ feeds: calendarFeeds, originOf }),
    ],
    publicRoutes: [
      linkRoutes({ invitedMeetingOf, failures: makeFailures(monotonic), originOf, now }),
      feedRoutes({ readFeed, failures: makeFailures(monotonic), originOf }),
    ],
  })
}

/** A web application that listens. */
export interface Serving {
  /** `http://127.0.0.1:3000`. */
  address: string
  close: () => Promise<void>
}

/** Where to listen. */
export interface Listening {
  /** Null for this computer's own address, which no other computer reaches. */
  host: string | null
  /** 0 takes a free one. */
  port: number
}

/** A fault's page names an incident: what happened must be found in the log, also where nobody asked for a log. */
export const logOf = ({ logLevel }: Configuration): FastifyBaseLogger =>
  makeLog(logLevel === 'silent' ? 'error' : logLevel)

/** Has the web application listen. Throws `Refusal` where the port is taken or nobody would have to sign in. */
export async function startServing(
  services: Services,
  configuration: Configuration,
  wayIn: WayInKind,
  { host, port }: Listening,
): Promise<Serving> {
  if (host !== null && wayIn.kind !== 'provider') {
    throw new Refusal(
      'Other computers are answered only where people sign in: set FOOTPRINT_OIDC_ISSUER, or leave --host out.',
    )
  }
  const log = logOf(configuration)
  const queue = makeImportQueue(services, configuration, log)
  await removeLeftFolders()
  const clearing = setInterval(() => {
    clearOldRunsOfAll(services.database).catch((fault: unknown) => {
      log.error(traceOf(fault instanceof Error ? fault : new Error('not an error')), 'old imports could not be cleared')
    })
  }, HOUR).unref()
  const { session, proxies } = configuration
  const app = await webApplication(services, {
    log,
    today,
    startWork: queue.add,
    door: { wayIn, limits: session, proxies },
  })
  const close = async () => {
    clearInterval(clearing)
    await app.close()
    await removeFilesLeft()
  }
  try {
    const address = await app.listen({ host: host ?? '127.0.0.1', port })
    await removeFilesLeft()
    await clearOldRunsOfAll(services.database)
    return { address, close }
  } catch (error) {
    await close()
    throw refusalOfPort(error, port) ?? error
  }
}

/** Throws `Refusal` where the port is in use: better before a long preparation than after it. */
export async function refusePortInUse({ host, port }: Listening): Promise<void> {
  const server = createServer()
  try {
    server.listen({ host: host ?? '127.0.0.1', port })
    await once(server, 'listening')
  } catch (error) {
    throw refusalOfPort(error, port) ?? error
  }
  server.close()
  await once(server, 'close')
}

const refusalOfPort = (error: unknown, port: number): Refusal | null =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    ? new Refusal(`Port ${port} is in use. Choose another with --port, or 0 for any that is free.`)
    : null

const HOUR = 3_600_000
