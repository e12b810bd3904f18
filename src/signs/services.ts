import { type Port, port } from '../house/house.ts'
import type { Instant } from '../kernel/dates.ts'

/** When an authority's last return was imported; null where none was. */
export const lastImportPort: Port<(authority: string) => Promise<Instant | null>> = port(
  'when a return was imported last',
)
