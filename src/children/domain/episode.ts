import type { PlainDate } from '../../kernel/dates.ts'
import type { EpisodeFact } from './record.ts'

/** An episode with the day on which it gave way: at its end, or where the next one began before that. */
export interface Episode extends EpisodeFact {
  /** The first day on which it no longer holds; null while it does. */
  until: PlainDate | null
}
