/** Every service of a house by its name, for tests and benchmarks. */
import { accessServices } from '../../src/access/services.ts'
import { caseloadServices } from '../../src/caseload/services.ts'
import { roomsPort, worldsOf } from '../../src/children/services.ts'
import { registerStoreOf, settingsStoreOf } from '../../src/house/services.ts'
import { invitingServices } from '../../src/inviting/services.ts'
import { type Surroundings, houseOn } from '../../src/main/house.ts'
import type { Outbox } from '../../src/messages/app/ports.ts'
import type { Providers } from '../../src/messages/app/provider.ts'
import { messagesServices, outboxPort, providersPort } from '../../src/messages/services.ts'
import { figuresIn } from '../../src/overview/services.ts'
import { participationServices } from '../../src/participation/services.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { reportingServices } from '../../src/reporting/services.ts'
import { returnsServices } from '../../src/returns/services.ts'

/** What a test may have otherwise. */
export interface TestSurroundings extends Pick<Surroundings, 'rooms' | 'budget'> {
  /** Who carries messages; nobody unless said otherwise. */
  providers?: Providers
  /** Where messages are put; into the database unless said otherwise. */
  outbox?: Outbox
}

/** The services on a database that is open. */
export async function servicesOn(database: Database, { providers, outbox, ...more }: TestSurroundings = {}) {
  const house = await houseOn(database, {
    ...more,
    provides: [
      ...(providers ? [providersPort.by(() => providers)] : []),
      ...(outbox ? [outboxPort.by(() => outbox)] : []),
    ],
  })
  return {
    house,
    database,
    rooms: roomsPort.of(house),
    settings: settingsStoreOf(house),
    worlds: worldsOf(house),
    figures: figuresIn(house),
    registers: registerStoreOf(house),
    ...accessServices(house),
    ...returnsServices(house),
    ...reportingServices(house),
    ...messagesServices(house),
    ...invitingServices(house),
    ...participationServices(house),
    ...caseloadServices(house),
    outbox: outboxPort.of(house),
  }
}

export type Services = Awaited<ReturnType<typeof servicesOn>>
