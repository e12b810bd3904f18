/** What a template may leave to be filled in. */
export const placeholders = ['{name}', '{date}', '{iro}', '{thanks}', '{decisions}', '{earlier}', '{service}'] as const

/** The letter to the child, unless the authority writes its own: reading age 9 or below. */
export const LETTER_TEMPLATE = `Dear {name},

We had your review on {date}. In a review we talk about how things are for you. We also plan what to do next.

{thanks}

This is what we said we will do:

{decisions}

{earlier}

I will look at this list with you next time. I will ask if each thing was done.

If you do not like this plan, please tell me. You can also ask for someone to help you speak up. We can find a person for you.

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

Next time we will ask: was it done?

Are you not happy with this?

You can tell me.

You can ask for help to speak up.

From {iro}`

/** What fills in a template. */
export interface LetterFacts {
  /** The name that the child goes by. */
  name: string
  /** `6 June 2023`. */
  date: string
  iro: string
  service: string
  /** `PN0` to `PN7`; null where it is not recorded. */
  participation: string | null
  /** What the child is told of each decision, in their order. */
  decisions: readonly string[]
  /** What the child is told of the last review's decisions that were looked at. */
  earlier: readonly { words: string; isDone: boolean }[]
}

/** How the child is thanked, by how they took part. Nobody is thanked for what they did not do. */
const thanks: Readonly<Record<string, string>> = {
  PN1: 'Thank you for coming and for telling us what you think.',
  PN2: 'Thank you for coming. Thank you for letting us know what you think.',
  PN3: 'Thank you for coming and for showing us what you think.',
  PN4: 'Thank you for coming.',
  PN5: 'Thank you for letting us know what you think.',
  PN6: 'Thank you for letting us know what you think.',
}

const NO_DECISIONS = 'We did not plan any new things this time.'

/**
 * A template with its places filled in. Where there is nothing to say, the place and the empty lines around it are gone.
 * Every decision stands as an item of a list.
 */
export function filledIn(template: string, facts: LetterFacts): string {
  const { name, date, iro, service, participation, decisions, earlier } = facts
  const bullets = (items: readonly string[]) => items.map((item) => `- ${onOneLine(item)}`).join('\n')
  const words: Readonly<Record<string, string>> = {
    '{name}': name,
    '{date}': date,
    '{iro}': iro,
    '{service}': service,
    '{thanks}': thanks[participation ?? ''] ?? '',
    '{decisions}': decisions.length === 0 ? NO_DECISIONS : bullets(decisions),
    '{earlier}':
      earlier.length === 0
        ? ''
        : `Last time we said we would do these things:\n\n${bullets(earlier.map(({ words: said, isDone }) => `${withStop(said)} ${isDone ? 'This was done.' : 'This is not done yet.'}`))}`,
  }
  return template
    .replaceAll(/\{[a-z]+\}/g, (place) => words[place] ?? place)
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

const onOneLine = (text: string): string => text.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim()
const withStop = (text: string): string => (/[.!?…]$/.test(onOneLine(text)) ? onOneLine(text) : `${onOneLine(text)}.`)
