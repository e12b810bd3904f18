import { wordsSetting } from '../../../children/settings.ts'
import type { Block } from '../../../documents/block.ts'
import type { Section } from '../section.ts'
import { measuresChart } from '../charts.ts'
import { valued } from '../measure.ts'
import { paragraph, present, sinceDayBefore, snapshotDay, yearNames } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { percentageText, smallNumberText } from '../sentences.ts'
import { measuresTable } from '../tables.ts'

const FIGURES = ['cla.three_plus_placements', 'cla.same_placement_2y']

export const stability: Section = {
  id: 'stability',
  title: 'Stability',
  figures: FIGURES,
  prompt:
    'What the service saw of moves: why homes broke down, what reviews did to prevent it, and where a move was right for the child.',
  write: (year) => [
    ...moves(year),
    ...lastingHomes(year),
    ...present(
      measuresChart(year, FIGURES, `Stability of placement, ${yearNames(year)}`),
      measuresTable(
        year,
        FIGURES,
        `Stability of placement of children looked after on the last day counted, ${yearNames(year)}`,
      ),
    ),
  ],
}

function moves(year: ReportYear): Block[] {
  const measure = valued(year.now, 'cla.three_plus_placements')
  if (!measure) return []
  const ofDay = (children: string) => `${children} on ${snapshotDay(year.now)}`
  const { child, children } = wordsSetting.of(year.settings)
  return paragraph(
    `${percentageText(measure, ofDay(child), ofDay(children))} had lived in three or more placements in the year.`,
    sinceDayBefore(year, measure),
    'Three placements are two moves. A lower share means that fewer children moved often.',
    smallNumberText(measure, 'child'),
  )
}

function lastingHomes(year: ReportYear): Block[] {
  const measure = valued(year.now, 'cla.same_placement_2y')
  if (!measure) return []
  const cohort = 'under 16 who had been looked after for two and a half years or more'
  return paragraph(
    `${percentageText(measure, `child ${cohort}`, `children ${cohort}`)} had lived in the same placement for at least two years, or were placed for adoption.`,
    sinceDayBefore(year, measure),
    'A higher share means that more children have a lasting home.',
    smallNumberText(measure, 'child'),
  )
}
