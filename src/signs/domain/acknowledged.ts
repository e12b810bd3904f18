import type { World } from '../../children/domain/world.ts'
import { isOnOrBefore, isSameDay } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { type AcknowledgementFact, acknowledgements } from '../registers/acknowledgements.ts'
import { type HouseholdAcknowledgementFact, householdAcknowledgements } from '../registers/householdAcknowledgements.ts'
import { signCode } from './kinds.ts'
import type { AnySign } from './sign.ts'

const byChild = rememberedFor((rows: readonly AcknowledgementFact[]) => Map.groupBy(rows, ({ child }) => child))
const byHousehold = rememberedFor((rows: readonly HouseholdAcknowledgementFact[]) =>
  Map.groupBy(rows, ({ carerRef }) => carerRef),
)

/** What someone said of a sign. */
export type Acknowledgement = Pick<AcknowledgementFact, 'kind' | 'since' | 'on' | 'word' | 'by'>

/** What was said of the signs of a child, and of its changes. */
export const acknowledgementsOf = (world: World, child: string): readonly AcknowledgementFact[] =>
  byChild(recordsOf(world, acknowledgements)).get(child) ?? []

const acknowledgementsOfHousehold = (world: World, carerRef: string): readonly HouseholdAcknowledgementFact[] =>
  byHousehold(recordsOf(world, householdAcknowledgements)).get(carerRef) ?? []

/** What someone said of a sign, by the day of the world; null where nobody has acknowledged it. */
export function acknowledgementOf(world: World, { child, subject, kind, since }: AnySign): Acknowledgement | null {
  const said = child === null ? acknowledgementsOfHousehold(world, subject.ref) : acknowledgementsOf(world, child)
  return (
    said.find(
      (row) => row.kind === signCode(kind) && isSameDay(row.since, since) && isOnOrBefore(row.on, world.asAt),
    ) ?? null
  )
}
