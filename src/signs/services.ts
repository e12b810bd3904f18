import { type Port, port, service } from '../house/house.ts'
import type { Instant } from '../kernel/dates.ts'

/** When the first of the imports was made, of returns or registers, of the latest day with one; null where there was none. */
export const lastImportPort: Port<(authority: string) => Promise<Instant | null>> = port(
  'when something was imported last',
)

/** The moment just before what an authority imported last: what was known then is what its signs are new beside. */
export const beforeLastImportIn = service((house) => {
  const lastImport = lastImportPort.of(house)
  return async (authority: string): Promise<Instant | null> =>
    (await lastImport(authority))?.subtract({ microseconds: 1 }) ?? null
})
