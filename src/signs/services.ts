import { type Port, port } from '../house/house.ts'
import type { Instant } from '../kernel/dates.ts'

/** When the first of the imports was made, of returns or registers, of the latest day with one; null where there was none. */
export const lastImportPort: Port<(authority: string) => Promise<Instant | null>> = port(
  'when something was imported last',
)
