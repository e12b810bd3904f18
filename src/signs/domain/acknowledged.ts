import type { World } from '../../children/domain/world.ts'
import { isOnOrBefore, isSameDay } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { type AcknowledgementFact, acknowledgements } from '../registers/acknowledgements.ts'
import { signCode } from './kinds.ts'
import type { Sign } from './sign.ts'

const byChild = rememberedFor((rows: readonly AcknowledgementFact[]) => Map.groupBy(rows, ({ child }) => child))

/** What was said of the signs of a child, and of its changes. */
export const acknowledgementsOf = (world: World, child: string): readonly AcknowledgementFact[] =>
  byChild(recordsOf(world, acknowledgements)).get(child) ?? []

/** What someone said of a sign, by the day of the world; null where nobody has acknowledged it. */
export const acknowledgementOf = (world: World, { child, kind, since }: Sign): AcknowledgementFact | null =>
  acknowledgementsOf(world, child).find(
    (row) => row.kind === signCode(kind) && isSameDay(row.since, since) && isOnOrBefore(row.on, world.asAt),
  ) ?? null
