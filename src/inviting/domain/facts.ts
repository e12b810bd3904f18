import { officers } from '../../officers/registers/officers.ts'
import type { StoredRows } from '../../registers/register.ts'
import { rearrangements } from '../../reviews/registers/rearrangements.ts'

/** How often the review was moved: what rises with it tells calendars which entry is the later. */
export const timesMoved = (registers: StoredRows, reviewRef: string): number =>
  rearrangements.rowsIn(registers).filter((one) => one.reviewRef === reviewRef).length

/** The name of whom the register of officers knows by this id; null where it knows none. */
export const officerName = (registers: StoredRows, officerId: string | null): string | null =>
  officers.rowsIn(registers).find((officer) => officer.officerId === officerId)?.name ?? null
