import type { MeetingFact, RearrangementFact, ReviewChoiceFact } from '../../children/domain/registers.ts'
import type { World } from '../../children/domain/world.ts'
import { compareDates, isOnOrBefore } from '../../kernel/dates.ts'

export type MeetingFormat = NonNullable<MeetingFact['format']>
export type Asker = RearrangementFact['askedBy']

/** What a child has said of how reviews should be, the latest first. */
export const choicesOf = (world: World, child: string): ReviewChoiceFact[] =>
  world.registers.choices
    .filter((choice) => choice.child === child && isOnOrBefore(choice.on, world.asAt))
    .sort((a, b) => compareDates(b.on, a.on))

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
