import type { Worlds } from '../../children/app/worlds.ts'
import type { World } from '../../children/domain/world.ts'
import { type Instant, type PlainDate, addMonths } from '../../kernel/dates.ts'

/** Leaving care is told for a year, and short breaks count over twelve months: who left before then has no sign. */
const MONTHS_TOLD = 12

/** The world in which signs are looked for: those in care on a day, and those who left care, or short breaks, in the year before. */
export const signsWorld = (
  worlds: Pick<Worlds, 'onDaySince'>,
  authority: string,
  asAt: PlainDate,
  knownAt: Instant | null,
): Promise<World> => worlds.onDaySince(authority, addMonths(asAt, -MONTHS_TOLD), asAt, knownAt)
