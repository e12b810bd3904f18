import type { Block } from '../../../documents/block.ts'
import type { Section } from '../section.ts'
import { valued } from '../measure.ts'
import { heading, inTheYear, paragraph, present, snapshotDay, snapshotDays } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { agreeing, countText, measureValue } from '../sentences.ts'
import { breakdownTable } from '../tables.ts'
import { measuresTable } from '../measuresTable.ts'

const FIGURES = [
  'iros.headcount',
  'iros.fte',
  'iros.fte_single_role',
  'iros.fte_joint_role',
  'iros.caseload_per_fte',
  'iros.children_without',
  'oversight.supervision_orders',
]

/** Of people who work for the service: in no report that is published. */
const EXPERIENCE = [
  { figure: 'iros.by_years_qualified', caption: 'IROs by years since qualifying', heading: 'Years since qualifying' },
  { figure: 'iros.by_years_as_iro', caption: 'IROs by years in the role', heading: 'Years in the role' },
  { figure: 'managers.by_years', caption: 'Managers by years in the role', heading: 'Years in the role' },
]

/** What the service is for, in law; who it is, from its registers and in its own words. */
export const service: Section = {
  id: 'service',
  place: 200,
  title: 'The Independent Reviewing Service',
  figures: [...FIGURES, ...EXPERIENCE.map(({ figure }) => figure)],
  prompt:
    'Who the service is: its Independent Reviewing Officers and how many children each is responsible for, other duties, changes in the year, training and supervision, and how independence is kept.',
  write: (year) => [...inLaw, ...officers(year)],
}

const inLaw: readonly Block[] = [
  {
    kind: 'paragraph',
    text: 'Every child who is looked after must have a named Independent Reviewing Officer (IRO): section 25A of the Children Act 1989. The IRO must:',
  },
  {
    kind: 'list',
    items: [
      'monitor how the authority carries out its functions in the child’s case',
      'take part in every review of the child’s case, as regulations say',
      'see that the authority gives due consideration to the child’s wishes and feelings',
      'perform any other function that regulations give to the IRO',
    ],
  },
  {
    kind: 'paragraph',
    text: 'Source: section 25B of the Children Act 1989; the Care Planning, Placement and Case Review (England) Regulations 2010. The regulations do not ask for this report. The IRO Handbook, which is statutory guidance, does, so that the corporate parenting board can scrutinise the service.',
  },
]

function officers(year: ReportYear): Block[] {
  const headcount = valued(year.now, 'iros.headcount')
  if (!headcount) return []
  const fte = valued(year.now, 'iros.fte')
  const caseload = valued(year.now, 'iros.caseload_per_fte')
  return [
    heading('Who the service is'),
    ...paragraph(
      headcount.value === 0
        ? `On ${snapshotDay(year.now)} no IRO was in post.`
        : `On ${snapshotDay(year.now)} there ${agreeing(headcount.value, 'was', 'were')} ${countText(headcount.value, 'IRO')} in post${fte ? `, ${measureValue(fte)} full-time equivalent` : ''}.`,
      caseload ? forEach(year, measureValue(caseload)) : '',
    ),
    ...present(
      measuresTable(year, FIGURES, `The service, ${snapshotDays(year)}`),
      ...EXPERIENCE.map(({ figure, caption, heading }) =>
        breakdownTable(year, figure, { caption: `${caption}, ${snapshotDays(year)}`, heading }),
      ),
    ),
  ]
}

/** How many children there were for each IRO, as printed; nothing where the number is hidden. */
function forEach(year: ReportYear, children: string): string {
  if (children === 'c') return ''
  if (children === '0') return ''
  const were = children === '1' ? 'was 1 child' : `were ${children} children`
  return `On average over the month ends ${inTheYear(year)} there ${were} for each full-time IRO. The IRO Handbook estimates that 50 to 70 would represent good practice.`
}
