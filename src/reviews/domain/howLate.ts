import { daysBetween, isBefore } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import type { HeldReview } from './cycle.ts'

/** In words, how a review that was not in time missed it: by days, before its window, or by its completion. CLK-REV-9, -17. */
export function howLate({ heldOn, judgedBy }: Pick<HeldReview, 'heldOn' | 'judgedBy'>): string {
  if (!judgedBy) return ''
  const days = daysBetween(judgedBy.due, heldOn)
  if (days > 0) return `${counted(days, 'day')} late`
  return judgedBy.notBefore && isBefore(heldOn, judgedBy.notBefore) ? 'held before its window' : 'completed too late'
}
