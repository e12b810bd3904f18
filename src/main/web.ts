import { once } from 'node:events'
import { createServer } from 'node:net'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { accessPermissions } from '../access/permissions.ts'
import { actorOf } from '../access/web/actor.ts'
import type { WayInKind } from '../access/web/wayIn.ts'
import type { World } from '../children/domain/world.ts'
import { roomsPort } from '../children/services.ts'
import type { House } from '../house/house.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Configuration } from '../platform/configuration.ts'
import { authoritiesHere } from '../platform/database/authorities.ts'
import { clearOldRunsOfAll } from '../platform/imports/oldRuns.ts'
import { removeLeftFolders } from '../platform/imports/threadFolders.ts'
import { Refusal } from '../platform/refusal.ts'
import { traceOf } from '../platform/web/errors.ts'
import { makeLog } from '../platform/web/logging.ts'
import { webServer } from '../platform/web/server.ts'
import { startWorkPort } from '../returns/services.ts'
import { removeFilesLeft } from '../returns/ssda903/read/sentFiles.ts'
import type { Work } from '../returns/workSchema.ts'
import { type Door, accessThrough, isSecure, monotonic, originThrough } from './door.ts'
import { today } from './house.ts'
import { makeImportQueue } from './importThread.ts'

/** What the web application is given besides the house. */
export interface WebSurroundings {
  log: FastifyBaseLogger
  today: () => PlainDate
  /** Has an import worked on, elsewhere than in this thread. */
  startWork: (work: Work) => void
  door: Door
}

/** The web application of a house: every room's pages under one roof. */
export async function webApplication(
  house: House,
  { log, today: day, startWork, door }: WebSurroundings,
): Promise<FastifyInstance> {
  startWorkPort.by(() => startWork).install(house)
  const rooms = roomsPort.of(house)
  const onServer: RoomOnServer<World>[] = []
  const server: Server<World> = {
    house,
    today: day,
    originOf: originThrough(door),
    signIn: { limits: door.limits, isSecure: isSecure(door) },
    monotonic,
    rooms: () => onServer,
  }
  onServer.push(...(await Promise.all(rooms.map(async (room) => (await room.onServer?.(server)) ?? {}))))
  return webServer({
    log,
    ...accessThrough(door, house),
    authorities: async (request) =>
      (await authoritiesHere(house.database)).filter(({ code }) => ['', code].includes(actorOf(request).authority)),
    choosing: accessPermissions.chooseAuthority,
    sections: rooms.flatMap(({ sections = [] }) => sections),
    footer: rooms.flatMap(({ footer = [] }) => footer),
    routes: onServer.flatMap(({ routes = [] }) => routes),
    publicRoutes: onServer.flatMap(({ publicRoutes = [] }) => publicRoutes),
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
  house: House,
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
  const queue = makeImportQueue(house, configuration, log)
  await removeLeftFolders()
  const clearing = setInterval(() => {
    clearOldRunsOfAll(house.database).catch((fault: unknown) => {
      log.error(traceOf(fault instanceof Error ? fault : new Error('not an error')), 'old imports could not be cleared')
    })
  }, HOUR).unref()
  const { session, proxies } = configuration
  const app = await webApplication(house, {
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
    await clearOldRunsOfAll(house.database)
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
