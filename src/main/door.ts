import type { FastifyRequest } from 'fastify'
import type { SessionLimits } from '../access/app/ports.ts'
import { accessServices } from '../access/services.ts'
import { makeAccess } from '../access/web/access.ts'
import { makeFailures } from '../access/web/failures.ts'
import { makeProvider } from '../access/web/provider.ts'
import type { WayIn } from '../access/web/signIn.routes.ts'
import type { WayInKind } from '../access/web/wayIn.ts'
import { roomsPort } from '../children/services.ts'
import type { House } from '../house/house.ts'
import { providersPort } from '../messages/services.ts'
import { permissionsOf } from '../house/joined.ts'
import { demoAuthority } from '../platform/authorities.ts'
import { THIS_COMPUTER } from '../platform/web/security.ts'
import type { WebOptions } from '../platform/web/server.ts'

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
  house: House,
): Pick<WebOptions, 'access' | 'whereabouts'> {
  const { sessions, keptForms, sentForms, log, signIn, sealOversight, settingsOf } = accessServices(house)
  const isSecure = wayIn.kind === 'provider' && wayIn.isSecure
  const cookies = { isSecure }
  const way = wayOf(wayIn, house)
  const isSendingSetUp = Object.keys(providersPort.of(house)).length > 0
  const access = makeAccess({
    signIn: way && { way, signIn, failures: makeFailures(monotonic) },
    permissions: permissionsOf(roomsPort.of(house)),
    guard: { sessions, keptForms, limits, cookies, settingsOf, isSendingSetUp },
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

function wayOf(wayIn: WayInKind, house: House): WayIn | null {
  const { people, settingsOf } = accessServices(house)
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
