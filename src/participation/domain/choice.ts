import type { MeetingFact } from '../../reviews/registers/meetings.ts'
import type { RearrangementFact } from '../../reviews/registers/rearrangements.ts'
import type { ReviewChoiceFact } from '../registers/choices.ts'

export type MeetingFormat = NonNullable<MeetingFact['format']>
export type Asker = RearrangementFact['askedBy']

const sameWords = (one: string, other: string): boolean =>
  one.trim().toLowerCase().replaceAll(/\s+/g, ' ') === other.trim().toLowerCase().replaceAll(/\s+/g, ' ')

/**
 * In what a meeting is not as the child chose: then the child is told why. What the child has not chosen, is free. Whether
 * a place honours a wish like “Not in school” is for the person who books to say: `isPlaceAsWished`.
 */
export function differsFromChoice(
  meeting: { place: string | null; format: MeetingFormat | null; isPlaceAsWished?: boolean },
  choice: Pick<ReviewChoiceFact, 'where' | 'format'> | null,
): ('where' | 'format')[] {
  if (choice === null) return []
  const differences: ('where' | 'format')[] = []
  if (choice.format !== null && meeting.format !== choice.format) differences.push('format')
  // By video nobody is anywhere: a place is then no answer to where the child wants to be.
  const isAsWished = meeting.isPlaceAsWished === true || sameWords(meeting.place ?? '', choice.where ?? '')
  if (choice.where !== null && meeting.format !== 'VIRTUAL' && !isAsWished) {
    differences.push('where')
  }
  return differences
}
