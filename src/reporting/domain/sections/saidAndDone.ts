import type { Block, Table } from '../../../documents/block.ts'
import { longDate } from '../../../kernel/dates.ts'
import { type AimFact, aimOutcomes } from '../../registers/aims.ts'
import { measuresTable } from '../measuresTable.ts'
import { heading, paragraph } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import type { Section } from '../section.ts'
import { EMPTY, words } from '../tables.ts'

/** What the report of the year before set out to do, with what became of each aim; beside it, what people said. */
export const saidAndDone: Section = {
  id: 'said_and_done',
  place: 1700,
  title: 'What we said and did',
  figures: [],
  prompt:
    'What stands behind the aims: what helped, and what stood in the way. For each thing that children, carers or workers said: who said it, as a group and never as a person; what the service did; what came of it.',
  write: (year) =>
    year.told.aimsBefore.length > 0
      ? progress(year)
      : paragraph(
          'This section is the service’s own: what children, carers and workers said about the service, and what it changed for them.',
        ),
}

function progress(year: ReportYear): Block[] {
  const { aimsBefore } = year.told
  const setIn = aimsBefore[0]?.year ?? ''
  const open = aimsBefore.filter(({ outcome }) => outcome === null).length
  const named = namedFigures(year, aimsBefore)
  const labelOf = ({ figure }: AimFact) => (figure === null ? null : (year.now.measures.get(figure)?.label ?? null))
  const table: Table = {
    kind: 'table',
    caption: `Aims that the report for ${setIn} set, and what became of each`,
    headings: [
      ...['Aim', 'Who led it', 'By when', 'What became of it', 'What was done, and what came of it'],
      ...(named.length > 0 ? ['Its figure'] : []),
    ],
    rows: aimsBefore.map((aim) => ({
      heading: aim.aim,
      cells: [
        textOrNone(aim.lead),
        textOrNone(aim.dueOn && longDate(aim.dueOn)),
        words(aim.outcome === null ? 'Not recorded yet' : aimOutcomes[aim.outcome]),
        textOrNone(aim.cameOf),
        ...(named.length > 0 ? [textOrNone(labelOf(aim))] : []),
      ],
      isTotal: false,
    })),
    notes: open === 0 ? [] : ['An aim without an outcome is not done: nobody has recorded what became of it.'],
  }
  const thenAndNow = measuresTable(year, named, 'The figures of these aims, then and now')
  return [heading('What became of last year’s aims'), table, ...(thenAndNow ? [thenAndNow] : [])]
}

const textOrNone = (text: string | null) => (text === null ? EMPTY : words(text))

/** The figures that aims name and that there are, each once. */
const namedFigures = (year: ReportYear, aims: readonly AimFact[]): string[] => [
  ...new Set(aims.flatMap(({ figure }) => (figure !== null && year.now.measures.has(figure) ? [figure] : []))),
]
