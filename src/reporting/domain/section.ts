import type { Placed } from '../../kernel/inPlace.ts'
import type { Block } from '../../documents/block.ts'
import type { ReportYear } from './reportYear.ts'

/** One section of the report. To add one: write it in `sections/` and name it in `sections/all.ts`. */
export interface Section extends Placed {
  /** Letters, digits and underscores; also the key under which the service's words are kept. */
  id: string
  title: string
  /** The figures that it prints, by id, where the year has them; an appendix defines them. */
  figures: readonly string[]
  /** What the board would want the service to say here; null where there is no place for its words. */
  prompt: string | null
  /** Whether it is left out where it has nothing to say. */
  isLeftOutWhenEmpty?: boolean
  write: (year: ReportYear) => Block[]
}
