import { monthName } from '../../../kernel/dates.ts'
import type { Row } from '../../../documents/block.ts'
import { keyShown, valued } from '../measure.ts'
import { snapshotDay } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import type { Section } from '../section.ts'
import { numberText, measureValue } from '../sentences.ts'
import { EMPTY, cell } from '../tables.ts'

/** A row of the template, word for word, and the figure that answers it; null where no register holds it. */
const rowsOf = (year: ReportYear): { text: string; figure: string | null; keys?: readonly string[] }[] => {
  const days = `within the year ${snapshotMonth(year, 'first')} – ${snapshotMonth(year, 'last')}`
  return [
    { text: 'No. of Looked After Children (includes children reviewed under Adopt Regs)', figure: 'cla.count' },
    { text: 'No. of IRO single role fte', figure: 'iros.fte_single_role' },
    { text: 'No. of Joint IRO/CP Chairperson role fte', figure: 'iros.fte_joint_role' },
    { text: 'No. of Looked After Children', figure: 'cla.count' },
    { text: 'No. of Children on CP Plan', figure: 'cp.children' },
    { text: 'Average Workload Looked After Children', figure: 'iros.caseload_per_fte' },
    { text: 'Average Workload Looked After Children/CP children', figure: null },
    {
      text: `Total number of Formal Dispute Resolutions in relation to Looked After Children only ${days}`,
      figure: 'challenges.raised',
      keys: ['formal'],
    },
    {
      text: `Total number of Informal Dispute Resolutions where measured ${days}`,
      figure: 'challenges.raised',
      keys: ['informal', 'alert'],
    },
    { text: 'Total numbers of children referred to CAFCASS', figure: 'challenges.cafcass_referred' },
    { text: 'Total number of children discussed with CAFCASS', figure: 'challenges.cafcass_discussed' },
    { text: 'Three Key Themes emerging from Annual Report', figure: null },
  ]
}

/** `April 22`: as the template writes the year's months. */
const snapshotMonth = ({ now }: ReportYear, which: 'first' | 'last'): string => {
  const { year, month } = which === 'first' ? now.firstDay : now.asAt
  return `${monthName(month)} ${String(year % 100).padStart(2, '0')}`
}

/** The sheet that services collect nationally, row by row as Blackpool's report of 2013-14 prints it (its appendix 1). */
export const nationalCollection: Section = {
  id: 'national_collection',
  place: 0,
  title: 'IRO annual reports: national data collection',
  figures: [],
  prompt: 'The three key themes that emerge from this report.',
  write: (year) => [
    {
      kind: 'paragraph',
      text: `Name of Local Authority: ${year.authority.name}. Data as at ${snapshotDay(year.now)}.`,
    },
    {
      kind: 'table',
      caption: `National data collection, as at ${snapshotDay(year.now)}`,
      headings: ['Data to be collected', 'Answer'],
      rows: rowsOf(year).map(({ text, figure, keys }): Row => ({
        heading: text,
        cells: [figure === null ? EMPTY : answer(year, figure, keys)],
        isTotal: false,
      })),
      notes: ['A dash: not recorded here, or in the service’s own words below.'],
    },
  ],
}

function answer(year: ReportYear, figure: string, keys: readonly string[] | undefined) {
  const measure = valued(year.now, figure)
  if (!measure) return EMPTY
  if (keys === undefined) return cell(year.now, measure, 'value', measureValue(measure))
  const values = keys.map((key) => keyShown(measure, key))
  const sum = values.reduce((total: number | 'c', value) => (total === 'c' || value === 'c' ? 'c' : total + value), 0)
  const [key = null] = keys.length === 1 ? keys : []
  return key === null
    ? { text: numberText(sum), isNumber: true, from: null }
    : cell(year.now, measure, 'value', numberText(sum), key)
}
