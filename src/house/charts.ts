import type { Chart } from '../charts/chart.ts'
import type { Placed } from '../kernel/inPlace.ts'

/** A chart that a room shows on the page of a year's figures; its place orders it among those of other rooms. */
export interface FigureChart<World> extends Placed {
  /** The chart of the year, beside the year before where that is known; null where there is nothing to show. */
  draw: (now: World, before: World | null) => Chart | null
}
