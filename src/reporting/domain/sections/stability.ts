import type { Block, Section } from '../block.ts'
import { percentagesChart } from '../charts.ts'
import { valued } from '../measure.ts'
import { onDayBefore, paragraph, present, snapshotDay, yearNames } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { comparedWith, measureText, smallNumberText } from '../sentences.ts'
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
      percentagesChart(year, FIGURES, `Stability of placement, ${yearNames(year)}`),
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
  return paragraph(
    `${measureText(measure)} children looked after on ${snapshotDay(year.now)} had lived in three or more placements in the year${comparedWith(measure, valued(year.before, measure.id), onDayBefore(year))}.`,
    'Three placements are two moves. A lower share means that fewer children moved often.',
    smallNumberText(measure, 'child'),
  )
}

function lastingHomes(year: ReportYear): Block[] {
  const measure = valued(year.now, 'cla.same_placement_2y')
  if (!measure) return []
  return paragraph(
    `Of the children under 16 who had been looked after for two and a half years or more, ${measureText(measure)} had lived in the same placement for at least two years, or were placed for adoption${comparedWith(measure, valued(year.before, measure.id), onDayBefore(year))}.`,
    'A higher share means that more children have a lasting home.',
    smallNumberText(measure, 'child'),
  )
}
