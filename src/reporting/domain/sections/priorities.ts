import type { Section } from '../section.ts'
import { paragraph } from '../phrases.ts'

/** What the figures can't write: what was aimed for and what comes next. */
export const priorities: Section = {
  id: 'priorities',
  place: 1800,
  title: 'Progress and priorities',
  figures: [],
  prompt:
    'Each aim of last year’s report with what came of it; then each priority for the coming year, with what difference it is to make for children, who leads it, and by when.',
  write: () =>
    paragraph(
      'This section is the service’s own: what it set out to do in the year, what came of it, and what it will do next.',
    ),
}
