import type { ClockRun, Deadline, DeadlineKind } from '../clocks/clock.ts'
import type { PlainDate } from '../kernel/dates.ts'

/**
 * The clocks of all rooms together, which a world carries as it does the rules of the place. They are read by the functions
 * of `deadlines.ts`, which say what each gives.
 */
export interface Clocks<World> {
  /** Every kind of deadline that there is. */
  kinds: readonly DeadlineKind[]
  runsOf: (world: World, child: string) => readonly ClockRun[]
  openOf: (world: World, child: string) => readonly Deadline[]
  open: (world: World) => readonly Deadline[]
  knownTo: (world: World) => PlainDate
}
