import { officers } from '../../officers/registers/officers.ts'
import type { StoredRows } from '../../registers/register.ts'
import { rearrangements } from '../../reviews/registers/rearrangements.ts'

/** How often the review was moved: what rises with it tells calendars which entry is the later. */
export const timesMoved = (registers: StoredRows, reviewRef: string): number =>
  rearrangements.rowsIn(registers).filter((one) => one.reviewRef === reviewRef).length

/** Who chairs, by name; null where the register of officers does not know them: people outside read no id. */
export const chairName = (registers: StoredRows, officerId: string | null): string | null =>
  officers.rowsIn(registers).find((officer) => officer.officerId === officerId)?.name ?? null
