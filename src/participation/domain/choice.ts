import type { MeetingFact } from '../../reviews/registers/meetings.ts'
import type { RearrangementFact } from '../../reviews/registers/rearrangements.ts'
import type { ReviewChoiceFact } from '../registers/choices.ts'

export type MeetingFormat = NonNullable<MeetingFact['format']>
export type Asker = RearrangementFact['askedBy']

const sameWords = (one: string, other: string): boolean =>
  one.trim().toLowerCase().replaceAll(/\s+/g, ' ') === other.trim().toLowerCase().replaceAll(/\s+/g, ' ')

/** In what a meeting is not as the child chose: then the child is told why. What the child has not chosen, is free. */
export function differsFromChoice(
  meeting: { place: string | null; format: MeetingFormat | null },
  choice: Pick<ReviewChoiceFact, 'where' | 'format'> | null,
): ('where' | 'format')[] {
  if (choice === null) return []
  const differences: ('where' | 'format')[] = []
  if (choice.format !== null && meeting.format !== choice.format) differences.push('format')
  // By video nobody is anywhere: a place is then no answer to where the child wants to be.
  if (choice.where !== null && meeting.format !== 'VIRTUAL' && !sameWords(meeting.place ?? '', choice.where)) {
    differences.push('where')
  }
  return differences
}
