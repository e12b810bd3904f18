import { reportingYearOf } from '../../calendar/reportingYear.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, addMonths } from '../../kernel/dates.ts'
import type { Worlds } from '../../children/app/worlds.ts'

/**
 * The world as at a day with everyone of whom something is known in the twelve months before: who came, who went, whose
 * short breaks go on. Its `snapshotOn` may lie before the day: ask it about `asAt`.
 */
export const caseloadWorld = (worlds: Worlds, authority: string, day: PlainDate): Promise<World> =>
  worlds.ofYear(authority, reportingYearOf(addMonths(day, -12)), day, null)
