/** What a template may leave to be filled in. */
export const placeholders = ['{name}', '{date}', '{iro}', '{thanks}', '{decisions}', '{next}', '{earlier}', '{service}'] as const // prettier-ignore

/** The letter to the child, unless the authority writes its own: reading age 9 or below. */
export const LETTER_TEMPLATE = `Dear {name},

We had your review on {date}. In a review we talk about how things are for you. We also plan what to do next.

{thanks}

This is what we plan to do:

{decisions}

{next}

{earlier}

If you are not happy with this, please tell me. You can also ask for someone to help you speak up. We can find a person for you.

You can talk to me at any time. You do not need to wait for the next review.

With best wishes from

{iro}`

/** Its easy-read version: one idea a line, reading age 7 or below. */
export const EASY_READ_TEMPLATE = `Hello {name}.

You had a review on {date}.

We talked about you and your life.

{thanks}

This is what we will do:

{decisions}

{next}

{earlier}

Is this not right for you?

You can tell me.

You can ask for help to speak up.

From {iro}`

/** What fills in a template. */
export interface LetterFacts {
  /** The name that the child goes by; null where nobody has written it down. */
  name: string | null
  /** `6 June 2023`. */
  date: string
  /** Null where the review does not say who chaired. */
  iro: string | null
  service: string
  /** `PN0` to `PN7`; null where it is not recorded. */
  participation: string | null
  /** Whether the child chaired all or part of the review. */
  hasChaired: boolean
  /** What the child is told of each decision, in their order. */
  decisions: readonly string[]
  /** Whether a decision for the child has no words for the child yet. */
  lacksWords: boolean
  /** What the child is told of the last review's decisions that were looked at. */
  earlier: readonly Earlier[]
  /** Whether each sentence of ours stands on a line of its own, as in easy read. */
  isOneIdeaALine: boolean
}

/** What became of a decision of an earlier review. */
export interface Earlier {
  words: string
  outcome: 'DONE' | 'PART_DONE' | 'NOT_DONE' | 'NO_LONGER_NEEDED'
}

/** How the child is thanked, by how they took part. Nobody is thanked for what they did not do. */
const thanks: Readonly<Record<string, readonly string[]>> = {
  PN0: ['You are still very young.', 'You can read this when you are older.'],
  PN1: ['Thank you for being there.', 'Thank you for telling us what you think.'],
  PN2: ['Thank you for being there.', 'Thank you for letting us know what you think.'],
  PN3: ['Thank you for being there.', 'Thank you for showing us what you think.'],
  PN4: ['Thank you for being there.'],
  PN5: ['Thank you for letting us know what you think.'],
  PN6: ['Thank you for letting us know what you think.'],
}

const CHAIRED = 'You led your review, or a part of it.'
const NO_DECISIONS = 'There are no new things on your list this time.'
const NEXT = ['Next time we will look at this list.', 'We will ask if each thing was done.'] as const
/** A decision may come from any review before. */
const BEFORE = 'Before this review we said we would do these things:'

const became: Readonly<Record<Earlier['outcome'], string>> = {
  DONE: 'This was done.',
  PART_DONE: 'Part of this was done.',
  NOT_DONE: 'This was not done.',
  NO_LONGER_NEEDED: 'This is not needed any more.',
}

/** What the child is told of a decision of an earlier review: what was said, and what became of it. */
export const earlierInWords = ({ words, outcome }: Earlier): string =>
  `${withStop(inOneLine(words))} ${became[outcome]}`

/**
 * A template with its places filled in. Where there is nothing to say, the place and the empty lines around it are gone,
 * and so is a line before it that ends in a colon. Every decision stands as an item of a list.
 */
export function filledIn(template: string, facts: LetterFacts): string {
  const { name, date, iro, service, participation, hasChaired, decisions, lacksWords, earlier } = facts
  const ours = (sentences: readonly string[]) => sentences.join(facts.isOneIdeaALine ? '\n\n' : ' ')
  const bullets = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n')
  const noDecisions = lacksWords ? '' : NO_DECISIONS
  const words: Readonly<Record<string, string>> = {
    '{name}': name ?? 'you',
    '{date}': date,
    '{iro}': iro ?? 'your IRO',
    '{service}': service,
    '{thanks}': ours([...(thanks[participation ?? ''] ?? []), ...(hasChaired ? [CHAIRED] : [])]),
    '{decisions}': decisions.length === 0 ? noDecisions : bullets(decisions.map(inOneLine)),
    '{next}': decisions.length === 0 ? '' : ours(NEXT),
    '{earlier}': earlier.length === 0 ? '' : `${BEFORE}\n\n${bullets(earlier.map(earlierInWords))}`,
  }
  const greeted = name === null ? template.replaceAll(/\b(?:Dear|Hello|Hi) \{name\}/g, 'Hello') : template
  const led = decisions.length === 0 ? greeted.replaceAll(/^[^\n]*:[ \t]*\n\s*(?=\{decisions\})/gm, '') : greeted
  return led
    .replaceAll(/^\{iro\}/gm, () => iro ?? 'Your IRO')
    .replaceAll(/\{[a-z]+\}/g, (place) => words[place] ?? place)
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

/** Words of several lines, or a list, as one line. */
function inOneLine(text: string): string {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim().replace(/^[-*•]\s+/, '')).filter((line) => line !== '') // prettier-ignore
  return lines.map((line, at) => (at < lines.length - 1 && !/[\p{P}]$/u.test(line) ? `${line};` : line)).join(' ')
}

const withStop = (text: string): string => (/[.!?…]["”’)]?$/u.test(text) ? text : `${text}.`)
