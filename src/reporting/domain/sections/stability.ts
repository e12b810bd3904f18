import { wordsSetting } from '../../../children/settings.ts'
import type { Block } from '../../../documents/block.ts'
import type { Section } from '../section.ts'
import { measuresChart } from '../charts.ts'
import { valued } from '../measure.ts'
import { paragraph, present, sinceDayBefore, snapshotDay, yearNames } from '../phrases.ts'
import type { ReportYear } from '../reportYear.ts'
import { shareSentence } from '../sentences.ts'
import { measuresTable } from '../measuresTable.ts'

const FIGURES = ['cla.three_plus_placements', 'cla.same_placement_2y']

export const stability: Section = {
  id: 'stability',
  place: 1010,
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
  return explained(
    shareSentence(
      measure,
      [ofDay(child), ofDay(children)],
      (amount) => `${amount} had lived in three or more placements in the year.`,
    ),
    sinceDayBefore(year, measure),
    'Three placements are two moves. A lower share means that fewer children moved often.',
  )
}

function lastingHomes(year: ReportYear): Block[] {
  const measure = valued(year.now, 'cla.same_placement_2y')
  if (!measure) return []
  const cohort = 'under 16 who had been looked after for two and a half years or more'
  return explained(
    shareSentence(
      measure,
      [`child ${cohort}`, `children ${cohort}`],
      (amount, agree) =>
        `${amount} had lived in the same placement for at least two years, or ${agree('was', 'were')} placed for adoption.`,
    ),
    sinceDayBefore(year, measure),
    'A higher share means that more children have a lasting home.',
  )
}

/** A sentence with what explains it; nothing where there is no such sentence. */
const explained = (sentence: string, ...more: string[]): Block[] =>
  sentence === '' ? [] : paragraph(sentence, ...more)
