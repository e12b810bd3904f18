import type { World } from '../../children/domain/world.ts'
import { type PlainDate, compareDates } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { type DutyFact, duties } from '../../duties/registers/duties.ts'
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
/** A meeting about a child who goes missing; its stage where it is recorded. */
export interface MissingMeeting {
  on: PlainDate
  stage: MissingMeetingFact['stage'] | null
}

const meetingsByChild = rememberedFor((rows: readonly MissingMeetingFact[]) => Map.groupBy(rows, ({ child }) => child))
const dutiesByChild = rememberedFor((rows: readonly DutyFact[]) =>
  Map.groupBy(
    rows.filter(({ kind, child }) => kind === 'MISSING_MEETING' && child !== null),
    ({ child }) => child ?? '',
  ),
)

/** When the child came back, in order of the days from which the child was missing. */
export const returnsOf = (world: World, child: string): readonly MissingReturnFact[] =>
  returnsByChild(recordsOf(world, missingReturns)).get(child) ?? none

/** The meetings held about the child, in order: those of the protocol, and those that officers have among their duties. */
export const meetingsOf = (world: World, child: string): readonly MissingMeeting[] =>
  [
    ...(meetingsByChild(recordsOf(world, missingMeetings)).get(child) ?? none),
    ...(dutiesByChild(recordsOf(world, duties)).get(child) ?? none).map(({ on }) => ({ on, stage: null })),
  ].sort((a, b) => compareDates(a.on, b.on))

/** The children of whom returns are in the register. */
export const childrenWithReturns = (world: World): string[] => [
  ...returnsByChild(recordsOf(world, missingReturns)).keys(),
]
