import type { Table } from '../../../documents/block.ts'
import { longDate } from '../../../kernel/dates.ts'
import type { AimFact } from '../../registers/aims.ts'
import type { Section } from '../section.ts'
import { paragraph } from '../phrases.ts'
import { EMPTY, words } from '../tables.ts'

/** What the figures can't write: what comes next. */
export const priorities: Section = {
  id: 'priorities',
  place: 1800,
  title: 'Priorities for the coming year',
  figures: [],
  prompt: 'Why these are the priorities for the coming year, and what they build on.',
  write: ({ told: { aims } }) =>
    aims.length > 0
      ? [prioritiesTable(aims)]
      : paragraph('This section is the service’s own: what it will do next, who leads it, and by when.'),
}

function prioritiesTable(aims: readonly AimFact[]): Table {
  return {
    kind: 'table',
    caption: `Priorities for the year after ${aims[0]?.year ?? ''}`,
    headings: ['Priority', 'What difference it is to make for children', 'Who leads it', 'By when'],
    rows: aims.map(({ aim, difference, lead, dueOn }) => ({
      heading: aim,
      cells: [
        difference === null ? EMPTY : words(difference),
        lead === null ? EMPTY : words(lead),
        dueOn === null ? EMPTY : words(longDate(dueOn)),
      ],
      isTotal: false,
    })),
    notes: [],
  }
}
