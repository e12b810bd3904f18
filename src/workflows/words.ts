import type { Limit } from '../clocks/clock.ts'
import { counted } from '../kernel/words.ts'

/** `5 working days`. */
export const limitInWords = ({ amount, unit }: Limit): string =>
  counted(amount, unit.replace('_', ' ').replace(/s$/, ''))
