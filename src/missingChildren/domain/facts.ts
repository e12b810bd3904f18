import type { World } from '../../children/domain/world.ts'
import { compareDates } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { type MissingMeetingFact, missingMeetings } from '../registers/missingMeetings.ts'
import { type MissingReturnFact, missingReturns } from '../registers/missingReturns.ts'

const none: readonly never[] = []
const returnsByChild = rememberedFor((rows: readonly MissingReturnFact[]) =>
  Map.groupBy(
    rows.toSorted((a, b) => compareDates(a.missingFrom, b.missingFrom)),
    ({ child }) => child,
  ),
)
const meetingsByChild = rememberedFor((rows: readonly MissingMeetingFact[]) =>
  Map.groupBy(
    rows.toSorted((a, b) => compareDates(a.on, b.on)),
    ({ child }) => child,
  ),
)

/** When the child came back, in order of the days from which the child was missing. */
export const returnsOf = (world: World, child: string): readonly MissingReturnFact[] =>
  returnsByChild(recordsOf(world, missingReturns)).get(child) ?? none

/** The meetings held about the child, in order. */
export const meetingsOf = (world: World, child: string): readonly MissingMeetingFact[] =>
  meetingsByChild(recordsOf(world, missingMeetings)).get(child) ?? none

/** The children of whom returns are in the register. */
export const childrenWithReturns = (world: World): string[] => [
  ...returnsByChild(recordsOf(world, missingReturns)).keys(),
]
