import { wordsSetting } from '../../../children/settings.ts'
import type { Block } from '../../../documents/block.ts'
import type { Section } from '../section.ts'
import { breakdownChart } from '../charts.ts'
import { valued } from '../measure.ts'
import { headed, heading, sinceDayBefore, paragraph, present, snapshotDay, snapshotDays } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { agreeing, mostCommonText, shareText } from '../sentences.ts'
import { breakdownTable } from '../tables.ts'

/** One way in which the children of the snapshot divide. */
interface Division {
  figure: string
  heading: string
  /** Heads the table's keys, and names the division in captions: `by age`. */
  by: string
  keyHeading: string
  /** Two bars say less than a sentence. */
  hasChart: boolean
}

const DIVISIONS: readonly Division[] = [
  { figure: 'cla.by_age', heading: 'Age', by: 'age', keyHeading: 'Age', hasChart: true },
  { figure: 'cla.by_gender', heading: 'Sex', by: 'sex', keyHeading: 'Sex', hasChart: false },
  { figure: 'cla.by_ethnicity', heading: 'Ethnicity', by: 'ethnic group', keyHeading: 'Ethnic group', hasChart: true },
  { figure: 'cla.by_need', heading: 'Need', by: 'category of need', keyHeading: 'Category of need', hasChart: true },
  {
    figure: 'cla.by_legal_status',
    heading: 'Legal status',
    by: 'legal status',
    keyHeading: 'Legal status',
    hasChart: true,
  },
]

export const whoTheyAre: Section = {
  id: 'who_they_are',
  place: 310,
  title: 'Who our children are',
  figures: [...DIVISIONS.map((division) => division.figure), 'cla.uasc'],
  prompt:
    'Who the children are behind these tables: which groups have grown or shrunk, whose needs the service watches closely, and what identity, faith, language and disability mean for reviews.',
  write: (year) => [...DIVISIONS.flatMap((division) => divided(year, division)), ...unaccompanied(year)],
}

function divided(year: ReportYear, division: Division): Block[] {
  const measure = valued(year.now, division.figure)
  if (!measure || measure.value === 0) return []
  const day = `on ${snapshotDay(year.now)}`
  const blocks = [
    ...paragraph(
      mostCommonText(measure, 2, {
        all: `All were in one group ${day}:`,
        one: `The largest group ${day} was`,
        several: `The largest groups ${day} were`,
      }),
    ),
    ...present(
      division.hasChart
        ? breakdownChart(
            year,
            division.figure,
            `Children looked after by ${division.by}, ${snapshotDays(year)}`,
            division.keyHeading,
          )
        : null,
      breakdownTable(year, division.figure, {
        caption: `Children looked after on ${snapshotDays(year)}, by ${division.by}`,
        heading: division.keyHeading,
      }),
    ),
  ]
  return blocks.length === 0 ? [] : [heading(division.heading), ...blocks]
}

function unaccompanied(year: ReportYear): Block[] {
  const [uasc, all] = [valued(year.now, 'cla.uasc'), valued(year.now, 'cla.count')]
  if (!uasc || !all) return []
  const words = wordsSetting.of(year.settings)
  const day = `on ${snapshotDay(year.now)}`
  return headed(
    'Unaccompanied children',
    paragraph(
      uasc.value === 0
        ? `No child looked after ${day} was an unaccompanied asylum-seeking child.`
        : uasc.value === 'c'
          ? ''
          : `${shareText(uasc.value, all.value, `${words.child} ${day}`, `${words.children} ${day}`)} ${agreeing(uasc.value, 'was', 'were')} unaccompanied and seeking asylum.`,
      sinceDayBefore(year, uasc),
    ),
  )
}
