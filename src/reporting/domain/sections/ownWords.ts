import { paragraph } from '../phrases.ts'
import type { Section } from '../section.ts'

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
  ofTheService(
    1700,
    'said_and_done',
    'What we said and did',
    'This section is the service’s own: what children, carers and workers said about the service, and what it changed for them.',
    'For each thing that was said: who said it, as a group and never as a person; what the service did; what came of it. Compliments and complaints, and what was learned.',
  ),
  ofTheService(
    1750,
    'good_practice',
    'Good practice',
    'This section is the service’s own: where a review or a challenge made a difference for a child.',
    'Two or three stories of what an IRO did and what changed. Change names, ages, places and circumstances so that nobody can be recognised, and have someone else read them for that.',
  ),
]
