import type { Block } from '../../../documents/block.ts'
import { type WordsPart, wordsParts } from '../../../documents/words.ts'
import { heading, paragraph } from '../phrases.ts'
import type { Section } from '../section.ts'
import { saidAndDone } from './saidAndDone.ts'

/** A section that is all the service's own: what no figure can say. */
const ofTheService = (place: number, id: string, title: string, says: string, prompt: string): Section => ({
  id,
  place,
  title,
  figures: [],
  prompt,
  write: () => paragraph(says),
})

/** What the board of each published report was told, and no register holds. */
export const ownSections: readonly Section[] = [
  saidAndDone,
  {
    ...ofTheService(
      1750,
      'good_practice',
      'Good practice',
      'This section is the service’s own: where a review or a challenge made a difference for a child.',
      'What the stories have in common: what an IRO did, and what it changed for children. Stories are entered under “Stories of good practice”; each is printed once someone else has read it.',
    ),
    write: ({ told: { stories } }) =>
      stories.length === 0
        ? paragraph('This section is the service’s own: where a review or a challenge made a difference for a child.')
        : [
            ...paragraph('Names, ages, places and circumstances are changed so that nobody can be recognised.'),
            ...stories.flatMap(({ title, story }) => [heading(title), ...wordsParts(story).map(blockOf)]),
          ],
  },
]

const blockOf = (part: WordsPart): Block => (part.kind === 'list' ? part : { kind: 'paragraph', text: part.text })
