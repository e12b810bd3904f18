import { recordsOf } from '../../world/world.ts'
import { choices, type ReviewChoiceFact } from '../registers/choices.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, compareDates, isAfter, isOnOrBefore } from '../../kernel/dates.ts'
import type { ChangedMeanwhile } from '../../registers/version.ts'
import type { NotKept } from '../../kernel/words.ts'

type KnownChoices = Pick<World, 'asAt' | 'registers'>

/** What a child has said of how reviews should be, up to the day of the world, latest first. */
export const statementsOf = (world: KnownChoices, child: string): ReviewChoiceFact[] =>
  recordsOf(world, choices)
    .filter((choice) => choice.child === child && isOnOrBefore(choice.on, world.asAt))
    .sort((a, b) => compareDates(b.on, a.on))

/**
 * How the child wants reviews to be, as it holds on the day of the world: what was said last, whole. It is kept from
 * review to review until the child changes it. Null where nobody has written anything down.
 */
export const choicesOf = (world: KnownChoices, child: string): ReviewChoiceFact | null =>
  statementsOf(world, child)[0] ?? null

/** How a child wants reviews to be, as someone writes it down. */
export type ChoicesEntry = Omit<ReviewChoiceFact, 'child' | 'on'> & {
  /** Null where none was typed. */
  on: PlainDate | null
}

/** What is wrong with choices as written down. */
export type ChoicesProblem =
  | { code: 'day_missing' }
  | { code: 'day_in_future' }
  | { code: 'nothing_said' }
  | { code: 'contact_unknown' }
  | ChangedMeanwhile
  | NotKept

/** The parts that the child says in words. */
const choicesTexts = ['where', 'when', 'whoToCome', 'whoNotToCome', 'anythingElse'] as const

/** Long enough for a page of what a child says. */
export const LONGEST_CHOICE = 2000

/** What is wrong with the entry; `contactRefs`: the contacts of the child. Empty where nothing is. */
export function choicesProblems(
  entry: ChoicesEntry,
  contactRefs: ReadonlySet<string>,
  today: PlainDate,
): ChoicesProblem[] {
  const problems: ChoicesProblem[] = []
  if (entry.on === null) problems.push({ code: 'day_missing' })
  else if (isAfter(entry.on, today)) problems.push({ code: 'day_in_future' })
  const isSaid = choicesTexts.some((text) => entry[text] !== null)
  if (!isSaid && entry.format === null && entry.contactsNotToCome.length === 0) problems.push({ code: 'nothing_said' })
  if (entry.contactsNotToCome.some((ref) => !contactRefs.has(ref))) problems.push({ code: 'contact_unknown' })
  return problems
}
