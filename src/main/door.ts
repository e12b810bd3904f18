import { meetings } from '../reviews/registers/meetings.ts'
import { recordsOf } from '../world/world.ts'
import type { FastifyRequest } from 'fastify'
import type { ReportingYear } from '../calendar/reportingYear.ts'
import { type TakenTime, takenBy } from '../booking/domain/diary.ts'
import type { Finding } from '../house/finding.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Worlds } from '../children/app/worlds.ts'
import type { SessionLimits } from '../access/app/ports.ts'
import { isPermission, type Permission } from '../access/domain/permissions.ts'
import { makeAccess } from '../access/web/access.ts'
import { actorOf } from '../access/web/actor.ts'
import { showed } from '../access/web/deeds.ts'
import { makeFailures } from '../access/web/failures.ts'
import { makeProvider } from '../access/web/provider.ts'
import type { WayIn } from '../access/web/signIn.routes.ts'
import type { WayInKind } from '../access/web/wayIn.ts'
import type { Visibility } from '../kernel/visibility.ts'
import { maySee, visibilityIn } from '../world/visibility.ts'
import { demoAuthority } from '../platform/authorities.ts'
import type { WebOptions } from '../platform/web/server.ts'
import { THIS_COMPUTER } from '../platform/web/security.ts'
import { peopleIn, rowsSeen } from '../registers/people.ts'
import type { Register, StoredRows } from '../registers/register.ts'
import type { AnnualReport } from '../reporting/app/annualReport.ts'
import type { StoredValidation } from '../returns/ssda903/validate/app/storedValidation.ts'
import type { Services } from './services.ts'

/** How people come in, for how long, and what stands before the door. */
export interface Door {
  wayIn: WayInKind
  limits: SessionLimits
  /** The addresses of proxies that are believed about where a request comes from. */
  proxies: readonly string[]
}

/** The door of a first try and of most tests: nobody signs in, and no other computer is answered. */
export const openDoor: Door = { wayIn: { kind: 'operator' }, limits: { idleMinutes: 30, hours: 12 }, proxies: [] }

/** Milliseconds that only ever rise. */
export const monotonic = (): number => performance.now()

/** Who may open what through this door, and where browsers find it. */
export function accessThrough(
  { wayIn, limits, proxies }: Door,
  services: Services,
): Pick<WebOptions, 'access' | 'whereabouts'> {
  const { sessions, keptForms, sentForms, log, signIn, sealOversight, settingsOf } = services
  const cookies = { isSecure: isSecure({ wayIn }) }
  const way = wayOf(wayIn, services)
  const access = makeAccess({
    signIn: way && { way, signIn, failures: makeFailures(monotonic) },
    guard: { sessions, keptForms, limits, cookies, settingsOf },
    log,
    sentForms,
    sealOversight,
  })
  const hosts = wayIn.kind === 'provider' ? [...THIS_COMPUTER.hosts, wayIn.origin.hostname] : THIS_COMPUTER.hosts
  return { access, whereabouts: { hosts, ...cookies, proxies } }
}

/** Whether browsers come by https. */
export const isSecure = ({ wayIn }: Pick<Door, 'wayIn'>): boolean => wayIn.kind === 'provider' && wayIn.isSecure

/**
 * Where browsers find the server, for addresses in messages and calendars. Where people sign in it is what was set up,
 * whatever a request says; on this computer alone it is the host that was asked, which is checked already.
 */
export const originThrough =
  ({ wayIn }: Door) =>
  ({ headers }: Pick<FastifyRequest, 'headers'>): string =>
    wayIn.kind === 'provider' ? wayIn.origin.origin : `http://${headers.host ?? 'localhost'}`

function wayOf(wayIn: WayInKind, { people, settingsOf }: Services): WayIn | null {
  switch (wayIn.kind) {
    case 'operator':
      return null
    case 'demo':
      return {
        kind: 'demo',
        authority: demoAuthority.code,
        people: () => people.all(demoAuthority.code),
        settings: () => settingsOf(demoAuthority.code),
      }
    case 'provider':
      return { kind: 'provider', provider: makeProvider(wayIn.settings) }
  }
}

/** What pages are given: everything as the user may see it, and nothing by any other way. */
export interface WhatIsSeen {
  worldsFor: (request: FastifyRequest) => Worlds
  findingsFor: (request: FastifyRequest) => Promise<readonly Finding[]>
  annualReportFor: (request: FastifyRequest) => AnnualReport
  /** Whom the user may see, with the permission of the route. */
  visibilityFor: (request: FastifyRequest) => Promise<Visibility>
  /** The rows of these registers that the user may see; the log says whom they have taken away. */
  rowsToTakeAway: (request: FastifyRequest, registers: readonly Register[], what: string) => Promise<StoredRows>
  validationFor: (request: FastifyRequest, year: ReportingYear) => Promise<StoredValidation>
  /** The times of officers that are taken for children whom the user may not see: when, and nothing of whom. */
  hiddenTimesFor: (request: FastifyRequest) => Promise<readonly TakenTime[]>
  /** The team of each child looked after today: that of the person who is the child's social worker. */
  teamsFor: (request: FastifyRequest) => Promise<ReadonlyMap<string, string>>
}

export function whatIsSeen(services: Services, today: () => PlainDate): WhatIsSeen {
  const { seenWorlds, sightOf, findings, annualReportOf } = services
  const worldsFor = (request: FastifyRequest) => seenWorlds(actorOf(request), permissionOf(request))
  async function findingsSeen(request: FastifyRequest, authority: string, asAt: PlainDate) {
    const sight = await sightOf(actorOf(request), permissionOf(request))
    return (await findings.ofAuthority(authority, asAt)).filter(({ child }) => maySee(sight, child))
  }
  async function validationSeen(request: FastifyRequest, year: ReportingYear): Promise<StoredValidation> {
    const sight = await sightOf(actorOf(request), permissionOf(request))
    const validation = await services.validateStored(request.authority.code, year)
    const isSeen = ({ child }: { child: string }) => maySee(sight, child)
    return {
      ...validation,
      failures: validation.failures.filter(isSeen),
      mended: validation.mended.filter(isSeen),
    }
  }
  async function teamsFor(request: FastifyRequest): Promise<Map<string, string>> {
    const { code } = request.authority
    const [world, people] = await Promise.all([
      worldsFor(request).onDay(code, today(), null),
      services.people.all(code),
    ])
    const teamOf = new Map(people.flatMap(({ workerId, team }) => (workerId && team ? [[workerId, team]] : [])))
    return new Map(
      world.histories.flatMap(({ record }) => {
        const worker = record.socialWorkers.findLast(({ to }) => to === null)
        const team = worker && (teamOf.get(worker.workerId) ?? `Social worker ${worker.workerId}`)
        return team ? [[record.child, team]] : []
      }),
    )
  }
  async function hiddenTimesFor(request: FastifyRequest): Promise<TakenTime[]> {
    const [sight, world] = await Promise.all([
      sightOf(actorOf(request), permissionOf(request)),
      services.worlds.onDay(request.authority.code, today(), null),
    ])
    const hidden = recordsOf(world, meetings).filter(({ child }) => !maySee(sight, child))
    return takenBy(hidden, world.settings.booking.meetingMinutes)
  }
  return {
    worldsFor,
    visibilityFor: async (request) => visibilityIn(await sightOf(actorOf(request), permissionOf(request))),
    hiddenTimesFor,
    validationFor: validationSeen,
    teamsFor,
    rowsToTakeAway: async (request, registers, what) => {
      const sight = await sightOf(actorOf(request), permissionOf(request))
      const names = registers.map(({ name }) => name)
      const stored = await services.registers.rows(request.authority.code, names, null)
      const seen = rowsSeen(registers, (person) => maySee(sight, person))(stored)
      showed(request, what, peopleIn(registers, seen))
      return seen
    },
    findingsFor: (request) => findingsSeen(request, request.authority.code, today()),
    annualReportFor: (request) => annualReportOf(worldsFor(request)),
  }
}

/** The permission of the request's route, which is in the table: the server would not have started otherwise. */
function permissionOf({ routeOptions }: FastifyRequest): Permission {
  const permission = routeOptions.config.permission ?? ''
  if (!isPermission(permission)) throw new Error(`the permission ${permission} is not in the table`)
  return permission
}
