import { recordsPort } from '../children/services.ts'
import type { Provision } from '../house/house.ts'
import { ofReturnsPort } from '../overview/services.ts'
import { lastImportPort } from '../signs/services.ts'
import { recordStoreOf, returnsServices } from './services.ts'
import { makeDoubtsOf } from './ssda903/validate/app/doubts.ts'

/** What this room gives rooms below it. */
export const returnsProvides: readonly Provision[] = [
  recordsPort.by(recordStoreOf),
  lastImportPort.by((house) => async (authority) => {
    const [latest] = await returnsServices(house).returns.imports(authority)
    return latest?.recordedAt ?? null
  }),
  ofReturnsPort.by((house) => {
    const { findings, validateStored, returns } = returnsServices(house)
    const { coverage } = returns
    return { findingsOf: findings.ofChild, doubtsOf: makeDoubtsOf(validateStored, coverage), coverage }
  }),
]
