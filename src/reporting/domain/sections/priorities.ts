import type { Block, Table } from '../../../documents/block.ts'
import { longDate } from '../../../kernel/dates.ts'
import { aimOutcomes } from '../../registers/aims.ts'
import type { Section } from '../section.ts'
import { heading, paragraph } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { EMPTY, words } from '../tables.ts'

/** What the figures can't write: what was aimed for and what comes next. */
export const priorities: Section = {
  id: 'priorities',
  place: 1800,
  title: 'Progress and priorities',
  figures: [],
  prompt:
    'What stands behind the aims: what helped, what stood in the way, and why these are the priorities for the coming year.',
  write: (year) => {
    const blocks = [...progress(year), ...coming(year)]
    return blocks.length > 0
      ? blocks
      : paragraph(
          'This section is the service’s own: what it set out to do in the year, what came of it, and what it will do next.',
        )
  },
}

function progress({ told: { aimsBefore } }: ReportYear): Block[] {
  if (aimsBefore.length === 0) return []
  const year = aimsBefore[0]?.year ?? ''
  const open = aimsBefore.filter(({ outcome }) => outcome === null).length
  const table: Table = {
    kind: 'table',
    caption: `Aims that the report for ${year} set, and what became of each`,
    headings: ['Aim', 'Who led it', 'What became of it', 'What was done, and what came of it'],
    rows: aimsBefore.map(({ aim, lead, outcome, cameOf }) => ({
      heading: aim,
      cells: [
        lead === null ? EMPTY : words(lead),
        words(outcome === null ? 'Not recorded yet' : aimOutcomes[outcome]),
        cameOf === null ? EMPTY : words(cameOf),
      ],
      isTotal: false,
    })),
    notes: open === 0 ? [] : ['An aim without an outcome is not done: nobody has recorded what became of it.'],
  }
  return [heading('What became of last year’s aims'), table]
}

function coming({ told: { aims } }: ReportYear): Block[] {
  if (aims.length === 0) return []
  const table: Table = {
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
  return [heading('Priorities for the coming year'), table]
}
