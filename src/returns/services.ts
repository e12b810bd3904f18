import { rememberedFor } from '../kernel/remember.ts'
import { makeVisibilityOf } from '../access/app/visibleChildren.ts'
import { accessServices } from '../access/services.ts'
import { lastDayToCount } from '../calendar/reportingYear.ts'
import { clocksIn, roomsPort, worldsOf } from '../children/services.ts'
import { type World, worldOf } from '../children/domain/world.ts'
import { type Port, port, service } from '../house/house.ts'
import { registersOf } from '../house/joined.ts'
import { inOneTransactionOf, registerStoreOf, settingsStoreOf, textsPort } from '../house/services.ts'
import { findingsIn } from '../overview/services.ts'
import { makeRegistersImport } from '../registers/app/importRegisters.ts'
import { makeRegistersRunStore } from '../registers/db/registersRuns.ts'
import { readRegisters } from '../registers/read/readRegisters.ts'
import { returnsPermissions } from './permissions.ts'
import { type AllFindings, makeAllFindings } from './ssda903/app/allFindings.ts'
import { makeImportReturn } from './ssda903/app/importReturn.ts'
import type { HistoryFindings } from './ssda903/app/returnFindings.ts'
import { makeChildrenKnown } from './ssda903/db/childrenKnown.ts'
import { makeImportRunStore } from './ssda903/db/importRuns.ts'
import { makeRecordStore } from './ssda903/db/recordStore.ts'
import { makeReturnStore } from './ssda903/db/returnStore.ts'
import { mergeDocuments } from './ssda903/domain/merge.ts'
import { readReturn } from './ssda903/read/readReturn.ts'
import { makeValidateStored } from './ssda903/validate/app/storedValidation.ts'
import type { Work } from './workSchema.ts'

/** Has an import worked on, elsewhere than in the thread of the pages. */
export const startWorkPort: Port<(work: Work) => void> = port('who works on imports')

/** The records of children, merged from their returns. */
export const recordStoreOf = service(({ database, budget }) => makeRecordStore(database, mergeDocuments, budget))

/** Returns and registers: imported, kept, and checked. */
export const returnsServices = service((house) => {
  const { database, budget, today, holidays } = house
  const { people, visibleChildrenOf } = accessServices(house)
  const worlds = worldsOf(house)
  const odd = findingsIn(house)
  const settings = settingsStoreOf(house)
  const returns = makeReturnStore(database)
  const records = recordStoreOf(house)
  const historyFindings: HistoryFindings = async (authority, year) => {
    const own = await settings.read(authority, null)
    const asAt = lastDayToCount(year, today())
    return (children) => {
      const world = worldOf(children, year, asAt, own, holidays, clocksIn(house))
      return world.histories.flatMap(({ record }) => odd.ofChild(world, record.child))
    }
  }
  const ofReturns = makeAllFindings(returns, records.versions, historyFindings, budget)
  const oddInRegisters = rememberedFor((world: World) =>
    world.histories.flatMap(({ record }) => odd.ofRegisters(world, record.child)),
  )
  const findings: AllFindings = {
    ofAuthority: async (authority, asAt) => [
      ...(await ofReturns.ofAuthority(authority, asAt)),
      ...oddInRegisters(await worlds.ofAll(authority, asAt, null)),
    ],
    ofChild: async (authority, child, asAt) => [
      ...(await ofReturns.ofChild(authority, child, asAt)),
      ...oddInRegisters(await worlds.ofChild(authority, child, asAt, null)),
    ],
  }
  return {
    returns,
    importReturn: makeImportReturn({ read: readReturn, store: returns, historyFindings }),
    importRuns: makeImportRunStore(database),
    registersImport: makeRegistersImport({
      registers: registersOf(roomsPort.of(house)),
      read: readRegisters,
      store: registerStoreOf(house),
      outside: { child: makeChildrenKnown(database) },
      settingsOf: (authority) => settings.read(authority, null),
      texts: { of: () => textsPort.of(house), inOneTransaction: inOneTransactionOf(house) },
    }),
    registersRuns: makeRegistersRunStore(database),
    findings,
    /** What the return's own rules say of a stored year. */
    validateStored: makeValidateStored(returns, records.versions, budget),
    /** Whom a person may see of an authority when they import. Throws where they may import nothing. */
    visibilityOf: makeVisibilityOf(people, visibleChildrenOf, returnsPermissions.makeImports),
  }
})
