import { lastDayCovered } from '../../children/domain/coverage.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, laterOf } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { oversight } from '../registers/oversight.ts'
import { visits } from '../registers/visits.ts'

const latestOf = rememberedFor((rows: readonly { on: PlainDate }[]): PlainDate | null =>
  rows.reduce<PlainDate | null>((latest, { on }) => (latest === null ? on : laterOf(latest, on)), null),
)

/** The latest day of which entries or visits tell: they may go on after the returns. Null where there is none to go on after. */
export function latestEntry(world: World): PlainDate | null {
  if (lastDayCovered(world.coverage) === null) return null
  const [entry, visit] = [latestOf(recordsOf(world, oversight)), latestOf(recordsOf(world, visits))]
  return entry && visit ? laterOf(entry, visit) : (entry ?? visit)
}
