import { recordsPort } from '../children/services.ts'
import type { Provision } from '../house/house.ts'
import { registerStoreOf } from '../house/services.ts'
import { ofReturnsPort } from '../overview/services.ts'
import { firstOfLatestDay } from '../signs/domain/lastImports.ts'
import { lastImportPort } from '../signs/services.ts'
import { recordStoreOf, returnsServices } from './services.ts'
import { makeDoubtsOf } from './ssda903/validate/app/doubts.ts'

/** What this room gives rooms below it. */
export const returnsProvides: readonly Provision[] = [
  recordsPort.by(recordStoreOf),
  lastImportPort.by((house) => async (authority) => {
    const [ofReturns, ofRegisters] = await Promise.all([
      returnsServices(house).returns.imports(authority),
      registerStoreOf(house).imports(authority),
    ])
    return firstOfLatestDay([...ofReturns, ...ofRegisters].map(({ recordedAt }) => recordedAt))
  }),
  ofReturnsPort.by((house) => {
    const { findings, validateStored, returns } = returnsServices(house)
    const { coverage } = returns
    return { findingsOf: findings.ofChild, doubtsOf: makeDoubtsOf(validateStored, coverage), coverage }
  }),
]
