import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** A whole and the parts that a sentence or a list says make it up. */
export interface Told {
  whole: Quantity
  parts: readonly Quantity[]
  at: Sentence
  also: Sentence | null
  /** How sure it is that the parts are all there are. */
  confidence: number
}
