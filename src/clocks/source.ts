import type { PlainDate } from '../kernel/dates.ts'
import type { Placed } from '../kernel/inPlace.ts'
import type { ClockRun, DeadlineKind } from './clock.ts'

/** Finds in a world the starts of a room's clocks. Their places order deadlines of one child that are due on one day. */
export interface ClockSource<World> extends Placed {
  /**
   * The starts for one child; none for someone whom the room knows nothing of. Where it gives the very same runs while
   * nothing of what it reads has changed, deadlines are not worked out again.
   */
  runsOf: (world: World, child: string) => readonly ClockRun[]
  /** For whom it has starts although no history of the world tells of them. */
  alsoOf?: (world: World) => readonly string[]
  /** The starts that are of no one child: of a household, of a challenge about the service. */
  othersOf?: (world: World) => readonly ClockRun[]
  /** The latest day that the registers of those tell of, where it is later than the returns. */
  othersToldUpTo?: (world: World) => PlainDate | null
}

/** A run with what a room knows of it: that it was met, and when. Gives back the run itself where it knows nothing. */
export type ClockAnswer = (run: ClockRun) => ClockRun

/** The clocks that a room hands over, and what it knows of those of rooms below it. */
export interface RoomClocks<World> {
  /** The kinds of deadline that are its own. */
  kinds?: readonly DeadlineKind[]
  sources?: readonly ClockSource<World>[]
  /**
   * What the room's registers say of a child's runs, whichever room they are of: a note that is kept here may meet a limit
   * that another room knows. The very same function while nothing of what it reads has changed.
   */
  answerOf?: (world: World, child: string) => ClockAnswer
  /**
   * What the room's runs and answers of each child are found by besides the child's history, the rows about that child, and
   * all else of the world: since when a register is kept, whether it has a row at all. Days and lists of days are compared
   * as such. Nothing unless said; then a row about one child says nothing of another.
   */
  ofEveryone?: (world: World) => readonly unknown[]
  /** The latest day of which what the room reads tells; null where it tells of none. */
  toldUpTo?: (world: World) => PlainDate | null
}
